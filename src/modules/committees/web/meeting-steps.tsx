import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { daysBetween, formatDate, today } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { RadioGroup } from '../../../platform/web/ui/radio-group.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { viewKey } from '../../../platform/web/use-view.ts'
import { CancelReason, cancelReasonLabels, type MeetingState } from '../contract/codes.ts'
import { committeeEndpoints, meetingEndpoints } from '../contract/endpoints.ts'
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
  /** Settles when the page shows what changed: until then the next step would be taken from the state before. */
  refreshed: () => Promise<unknown>
  /** What the decisions of the meeting moved or did not. */
  onNotes: (notes: readonly DecidedNote[]) => void
}

export function MeetingSteps({ meeting, refreshed, onNotes }: StepsProps): ReactElement {
  const [cancelling, setCancelling] = useState(false)
  const [reason, setReason] = useState<string>('noTopics')
  const { busy, error, run } = useAction(refreshed)
  const [approving, setApproving] = useState(false)
  const move = (to: Step, cancelReason?: string, approvedInId?: string) =>
    run(async () => {
      const { notes } = await call(meetingEndpoints.move, {
        params: { id: meeting.id },
        ifMatch: meeting.version,
        body: {
          to,
          cancelReason: (cancelReason ?? null) as 'noTopics' | null,
          approvedInId: approvedInId || null,
        },
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
          onClick={() =>
            to === 'cancelled' ? setCancelling(true) : to === 'approved' ? setApproving(true) : void move(to)
          }
        >
          {label(to)}
        </Button>
      ))}
      <ProblemAlert error={error} />
      <LateInvitation meeting={meeting} />
      <ApproveDialog
        meeting={meeting}
        open={approving}
        busy={busy}
        onConfirm={(meetingId) =>
          void move('approved', undefined, meetingId).then((done) => done && setApproving(false))
        }
        onCancel={() => setApproving(false)}
      />
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

/** Whoever invites sees that the agreed time is over; it is advice, the office decides. */
function LateInvitation({ meeting }: { meeting: MeetingView }): ReactElement | null {
  const { invitationDays, onDate, state } = meeting
  const left = daysBetween(today(), onDate)
  if (state !== 'planned' || invitationDays === null || left >= invitationDays) return null
  return (
    <p className="kern-body--small">
      Eingeladen wird {invitationDays} Tage vorher; bis zur Sitzung {left === 1 ? 'ist' : 'sind'} es noch{' '}
      {left === 1 ? '1 Tag' : `${Math.max(0, left)} Tage`}.
    </p>
  )
}

interface ApproveProps {
  meeting: MeetingView
  open: boolean
  busy: boolean
  onConfirm: (meetingId: string) => void
  onCancel: () => void
}

/** Approved in writing, or by a later meeting of the committee. */
function ApproveDialog({ meeting, open, busy, onConfirm, onCancel }: ApproveProps): ReactElement {
  const [inId, setInId] = useState('')
  const committee = useQuery({
    queryKey: viewKey(committeeEndpoints.read, { params: { id: meeting.committeeId } }),
    queryFn: () => call(committeeEndpoints.read, { params: { id: meeting.committeeId } }),
    enabled: open,
  })
  const later = (committee.data?.meetings ?? []).filter(
    (one) => one.id !== meeting.id && one.onDate >= meeting.onDate && one.state !== 'cancelled',
  )
  return (
    <ConfirmDialog
      open={open}
      title="Niederschrift genehmigen"
      confirm="Genehmigung festhalten"
      busy={busy}
      onConfirm={() => onConfirm(inId)}
      onCancel={onCancel}
    >
      <p className="kern-body">Danach bleibt die Niederschrift, wie sie ist.</p>
      <Select
        label="In welcher Sitzung genehmigt?"
        id="approved-in"
        name="approvedInId"
        empty="schriftlich, ohne Sitzung"
        value={inId}
        onChange={setInId}
        error={undefined}
        options={later.map(({ id, onDate, startTime }) => ({
          value: id,
          label: `${formatDate(onDate)}, ${startTime} Uhr`,
        }))}
      />
    </ConfirmDialog>
  )
}
