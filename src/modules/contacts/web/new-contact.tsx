import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate, formatTime, today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { openProblem } from '../../barriers/web/index.ts'
import { CaseChooser, openTask } from '../../calendar/web/index.ts'
import { contactEndpoints, type ContactForm } from '../index.ts'
import { ContactFields } from './contact-fields.tsx'
import { bodyOf, ContactEntry, contactLabels, newEntry } from './contact-form-values.ts'
import { closeContact } from './contact-sheet-store.ts'

/** A new contact: of the case whose page is open, or of one chosen by typing. */
export default function NewContact({ caseId }: { caseId: string | undefined }): ReactElement {
  const [chosen, setChosen] = useState(caseId ?? '')
  return (
    <div className="lt-stack">
      {caseId === undefined && <CaseChooser value={chosen} onChange={setChosen} />}
      {chosen !== '' && <OfCase key={chosen} caseId={chosen} />}
    </div>
  )
}

function OfCase({ caseId }: { caseId: string }): ReactElement {
  const view = useView(contactEndpoints.form, { params: { id: caseId } })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return <Entry choices={view.data} />
}

/** What the person used last on this device; no data of a client. */
const KIND_KEY = 'lotse.contactKind'

function Entry({ choices }: { choices: ContactForm }): ReactElement {
  const client = useQueryClient()
  const { caseId } = choices
  const madeId = useRef<string>(undefined)
  const [initial] = useState(() =>
    newEntry(choices, {
      day: today(),
      time: formatTime(new Date()),
      kind: localStorage.getItem(KIND_KEY) ?? '',
    }),
  )
  const form = useForm({
    schema: ContactEntry,
    initial,
    draftKey: `contact:${caseId}`,
    submit: async (entry, { idempotencyKey }) => {
      const body = bodyOf(entry, choices.organisations)
      const made = await call(contactEndpoints.create, { params: { id: caseId }, body, idempotencyKey })
      madeId.current = made.id
      localStorage.setItem(KIND_KEY, entry.kind)
      toast(`Kontakt vom ${formatDate(entry.onDate)} gespeichert`)
      void client.invalidateQueries()
    },
  })
  const save = async (then?: () => void) => {
    if (!(await form.submit())) return
    closeContact()
    then?.()
  }
  return (
    <>
      <p className="kern-body">
        {choices.name ?? 'Fall ohne Namen'} · {choices.fileNumber}
      </p>
      <Form
        form={{ ...form, submit: () => save().then(() => true) }}
        action="Kontakt speichern"
        labels={contactLabels}
        onCancel={closeContact}
        end={
          <>
            <Button onClick={() => void save(() => openTask({ caseId }))}>Speichern, dann Aufgabe</Button>
            <Button onClick={() => void save(() => openProblem({ caseId, ...fromContact(madeId.current) }))}>
              Speichern, dann Hürde
            </Button>
          </>
        }
      >
        <ContactFields form={form} choices={choices} />
      </Form>
    </>
  )
}

/** What the contact says already stands in the barrier then. */
const fromContact = (id: string | undefined) =>
  id === undefined ? {} : { origin: 'contact' as const, originId: id }
