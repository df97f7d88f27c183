import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { CancelReason, cancelReasonLabels, type MeetingState } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { DecidedNote, MeetingView } from '../contract/meetings.ts'
import { useAction } from './use-action.ts'

type Step = Exclude<MeetingState, 'planned'>
const words: Readonly<Record<Step, { button: string; said: string }>> = {
  invited: { button: 'Einladen', said: 'Eingeladen. Mitglieder sehen jetzt die Tagesordnung.' },
  running: { button: 'Sitzung eröffnen', said: 'Die Sitzung läuft' },
  held: { button: 'Sitzung schließen', said: 'Die Sitzung ist geschlossen' },
  inApproval: {
    button: 'Niederschrift zur Genehmigung geben',
    said: 'Niederschrift und Aufträge sind bei den Mitgliedern',
  },
  approved: { button: 'Niederschrift genehmigen', said: 'Die Niederschrift ist genehmigt' },
  cancelled: { button: 'Absagen', said: 'Die Sitzung ist abgesagt' },
}
/** The likely next one is the primary button. */
const order: readonly Step[] = ['invited', 'running', 'inApproval', 'approved', 'held', 'cancelled']

interface StepsProps {
  meeting: MeetingView
  onChanged: () => void
  /** What the decisions of the meeting moved or did not. */
  onNotes: (notes: readonly DecidedNote[]) => void
}

export function MeetingSteps({ meeting, onChanged, onNotes }: StepsProps): ReactElement {
  const [cancelling, setCancelling] = useState(false)
  const [reason, setReason] = useState<string>('noTopics')
  const { busy, error, run } = useAction(onChanged)
  const move = (to: Step, cancelReason?: string) =>
    run(async () => {
      const { notes } = await call(meetingEndpoints.move, {
        params: { id: meeting.id },
        ifMatch: meeting.version,
        body: { to, cancelReason: (cancelReason ?? null) as 'noTopics' | null },
      })
      onNotes(notes)
    }, words[to].said)
  const steps = order.filter((to) => meeting.moves.includes(to))
  const label = (to: Step) =>
    to === 'held' && meeting.state === 'inApproval' ? 'Zur Korrektur zurückholen' : words[to].button
  return (
    <>
      {steps.map((to, index) => (
        <Button
          key={to}
          variant={index === 0 ? 'primary' : to === 'cancelled' ? 'tertiary' : 'secondary'}
          busy={busy}
          onClick={() => (to === 'cancelled' ? setCancelling(true) : void move(to))}
        >
          {label(to)}
        </Button>
      ))}
      <ProblemAlert error={error} />
      <ConfirmDialog
        open={cancelling}
        title="Sitzung absagen"
        confirm="Sitzung absagen"
        cancel="Nicht absagen"
        danger
        busy={busy}
        onConfirm={() => void move('cancelled', reason).then((done) => done && setCancelling(false))}
        onCancel={() => setCancelling(false)}
      >
        <p className="kern-body">Der Kalendereintrag wird als abgesagt gekennzeichnet.</p>
        <RadioGroup
          label="Warum?"
          id="cancel-reason"
          name="cancelReason"
          value={reason}
          onChange={setReason}
          error={undefined}
          options={CancelReason.options.map((value) => ({ value, label: cancelReasonLabels[value] }))}
        />
      </ConfirmDialog>
    </>
  )
}
