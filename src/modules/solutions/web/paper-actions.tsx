import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { PlainDate } from '../../../platform/contract/dates.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperMove, PaperView } from '../contract/papers.ts'
import { paperLabels } from './paper-values.ts'

interface ActionsProps {
  paper: PaperView
  onEdit: () => void
  onChanged: () => void
  /** To another version, or to the list. */
  onLeave: (to?: string) => void
}

/** What can be done with a version, the likely next step first. */
export function PaperActions({ paper, onEdit, onChanged, onLeave }: ActionsProps): ReactElement | null {
  const [error, setError] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState<'putInForce' | 'review'>()
  const { can, id, version } = paper
  if (can.every((action) => action === 'comment' || action === 'settleComment')) return null
  const act = async (work: () => Promise<unknown>, done: string, then: () => void = onChanged) => {
    setBusy(true)
    setError(undefined)
    try {
      await work()
      toast(done)
      then()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  const move = (body: PaperMove, done: string) =>
    act(() => call(paperEndpoints.move, { params: { id }, ifMatch: version, body }), done)
  const allAgreed = paper.parties.length > 0 && paper.parties.every(({ approval }) => approval === 'agreed')
  const begin = async () => {
    let next: string | undefined
    await act(
      async () => {
        next = (await call(paperEndpoints.newVersion, { params: { id } })).id
      },
      'Neue Fassung angelegt',
      () => onLeave(next),
    )
  }
  const discard = () =>
    act(
      () => call(paperEndpoints.discard, { params: { id }, ifMatch: version }),
      'Entwurf gelöscht',
      () => onLeave(paper.versions.find((one) => one.id !== id)?.id),
    )
  const dated = { paper, onChanged, onCancel: () => setAsking(undefined) }
  return (
    <>
      <ProblemAlert error={error} labels={paperLabels} />
      <div className="lt-actions">
        {can.includes('sendOut') && (
          <Button
            variant="primary"
            busy={busy}
            onClick={() => void move({ to: 'inApproval' }, 'Der Entwurf ist in Abstimmung')}
          >
            In die Abstimmung geben
          </Button>
        )}
        {can.includes('putInForce') && (
          <Button
            variant={allAgreed ? 'primary' : 'secondary'}
            {...(allAgreed ? {} : { disabledReason: 'Noch nicht alle Parteien haben zugestimmt.' })}
            onClick={() => setAsking('putInForce')}
          >
            In Kraft setzen
          </Button>
        )}
        {can.includes('review') && (
          <Button variant={paper.reviewDue ? 'primary' : 'secondary'} onClick={() => setAsking('review')}>
            Überprüfung festhalten
          </Button>
        )}
        {can.includes('change') && (
          <Button icon="edit" onClick={onEdit}>
            Ändern
          </Button>
        )}
        {can.includes('newVersion') && (
          <Button busy={busy} onClick={() => void begin()}>
            Neue Fassung beginnen
          </Button>
        )}
        {can.includes('takeBack') && (
          <Button
            variant="tertiary"
            onClick={() =>
              void move({ to: 'draft' }, 'Wieder ein Entwurf. Alle Zustimmungen sind zurückgesetzt.')
            }
          >
            Zum Entwurf zurückholen
          </Button>
        )}
        {can.includes('revoke') && (
          <Button
            variant="tertiary"
            onClick={() => void move({ to: 'revoked' }, 'Das Papier ist aufgehoben')}
          >
            Aufheben
          </Button>
        )}
        {can.includes('discard') && (
          <Button variant="tertiary" onClick={() => void discard()}>
            Entwurf löschen
          </Button>
        )}
      </div>
      {asking === 'putInForce' && <InForceForm {...dated} />}
      {asking === 'review' && <ReviewForm {...dated} />}
    </>
  )
}

interface DatedProps {
  paper: PaperView
  onChanged: () => void
  onCancel: () => void
}
const Dated = z.object({ on: PlainDate })

function InForceForm({ paper, onChanged, onCancel }: DatedProps): ReactElement {
  const form = useForm({
    schema: Dated,
    initial: { on: today() },
    version: paper.version,
    submit: async ({ on }, { ifMatch }) => {
      const body = { to: 'valid' as const, from: on }
      await call(paperEndpoints.move, { params: { id: paper.id }, body, ifMatch: ifMatch! })
      toast('Das Papier gilt')
      onChanged()
    },
  })
  return (
    <Card title="In Kraft setzen" level={2}>
      <Form form={form} action="Papier in Kraft setzen" labels={{ on: 'Gültig ab' }} onCancel={onCancel}>
        <p className="kern-body">
          Die Fassung, die bisher gilt, wird damit abgelöst. Wer an eine der Parteien verweist oder einen Fall
          übergibt, sieht ab dann diese.
        </p>
        <DateField label="Gültig ab" required {...form.field('on')} />
      </Form>
    </Card>
  )
}

function ReviewForm({ paper, onChanged, onCancel }: DatedProps): ReactElement {
  const form = useForm({
    schema: Dated,
    initial: { on: '' },
    version: paper.version,
    submit: async ({ on }, { ifMatch }) => {
      const body = { nextOn: on }
      await call(paperEndpoints.review, { params: { id: paper.id }, body, ifMatch: ifMatch! })
      toast('Überprüfung festgehalten')
      onChanged()
    },
  })
  return (
    <Card title="Das Papier bleibt, wie es ist" level={2}>
      <Form
        form={form}
        action="Überprüfung festhalten"
        labels={{ on: 'Nächste Überprüfung' }}
        onCancel={onCancel}
      >
        <p className="kern-body">Soll sich etwas ändern, beginnen Sie stattdessen eine neue Fassung.</p>
        <DateField label="Nächste Überprüfung" required {...form.field('on')} />
      </Form>
    </Card>
  )
}
