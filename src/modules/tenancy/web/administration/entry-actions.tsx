import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { addDays, formatDate, today } from '../../../../platform/web/dates.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { Day } from '../../contract/administration/fields.ts'
import { useConfigurationChanged } from './use-configuration.ts'

interface EntryActionsProps {
  name: string
  entry: { readonly version: number; readonly validTo: string | null }
  onChange: () => void
  /** Sends an end, or takes it back with null. */
  setEnd: (validTo: string | null, ifMatch: number) => Promise<unknown>
}

/** Change, end with the last day, and take the end back. Nothing is ever deleted. */
export function EntryActions({ name, entry, onChange, setEnd }: EntryActionsProps): ReactElement {
  const [ending, setEnding] = useState(false)
  const changed = useConfigurationChanged()
  const reopen = useMutation({
    mutationFn: () => setEnd(null, entry.version),
    onSuccess: () => toast('Wieder aufgenommen'),
    onSettled: changed,
  })
  return (
    <>
      <Button size="small" onClick={onChange} aria-label={`Ändern: ${name}`}>
        Ändern
      </Button>{' '}
      {entry.validTo === null ? (
        <Button
          size="small"
          variant="tertiary"
          onClick={() => setEnding(true)}
          aria-label={`Beenden: ${name}`}
        >
          Beenden
        </Button>
      ) : (
        <Button
          size="small"
          variant="tertiary"
          busy={reopen.isPending}
          onClick={() => reopen.mutate()}
          aria-label={`Wieder aufnehmen: ${name}`}
        >
          Wieder aufnehmen
        </Button>
      )}
      <ProblemAlert error={reopen.error} />
      <Dialog open={ending} onClose={() => setEnding(false)} title={`Beenden: ${name}`}>
        {ending && <EndForm entry={entry} setEnd={setEnd} onDone={() => setEnding(false)} />}
      </Dialog>
    </>
  )
}

const End = z.object({ validTo: Day })
const labels = { validTo: 'Letzter Tag' }

function EndForm({
  entry,
  setEnd,
  onDone,
}: Pick<EntryActionsProps, 'entry' | 'setEnd'> & { onDone: () => void }): ReactElement {
  const changed = useConfigurationChanged()
  const form = useForm({
    schema: End,
    initial: { validTo: addDays(today(), -1) },
    version: entry.version,
    warnOnLeave: false,
    submit: async ({ validTo }, { ifMatch }) => {
      await setEnd(addDays(validTo, 1), ifMatch!)
      await changed()
      toast(`Beendet zum ${formatDate(validTo)}`)
      onDone()
    },
  })
  return (
    <Form form={form} action="Beenden" labels={labels} onCancel={onDone}>
      <p className="kern-body">
        Nichts wird gelöscht: Was war, bleibt lesbar, und das Ende lässt sich zurücknehmen. Solange noch etwas
        daran hängt, wird das Ende abgelehnt und gesagt, was es ist.
      </p>
      <DateField
        label={labels.validTo}
        hint="Danach steht der Eintrag nicht mehr zur Wahl. Gestern heißt: ab heute nicht mehr."
        required
        {...form.field('validTo')}
      />
    </Form>
  )
}
