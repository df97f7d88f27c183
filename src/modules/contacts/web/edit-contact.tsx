import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { openProblem } from '../../barriers/web/index.ts'
import { contactEndpoints, type Contact, type ContactForm } from '../index.ts'
import { ContactFacts } from './contact-facts.tsx'
import { ContactFields } from './contact-fields.tsx'
import { changesOf, ContactEntry, contactLabels, entryOf } from './contact-form-values.ts'
import { closeContact } from './contact-sheet-store.ts'
import { WithdrawContact } from './withdraw-contact.tsx'

/** A contact: the own one to correct it or to take it back as a mistake, that of somebody else to read. */
export default function EditContact({ contactId }: { contactId: string }): ReactElement {
  const view = useView(contactEndpoints.read, { params: { id: contactId } })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  if (!view.data.can.includes('change')) return <ContactFacts contact={view.data} />
  return <WithChoices contact={view.data} />
}

function WithChoices({ contact }: { contact: Contact }): ReactElement {
  const view = useView(contactEndpoints.form, { params: { id: contact.caseId } })
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  return <Edit contact={contact} choices={view.data} />
}

function Edit({ contact, choices }: { contact: Contact; choices: ContactForm }): ReactElement {
  const client = useQueryClient()
  const { id } = contact
  const initial = entryOf(contact)
  const form = useForm({
    schema: ContactEntry,
    initial,
    version: contact.version,
    draftKey: `contact-change:${id}`,
    submit: async (entry, { ifMatch }) => {
      const body = changesOf(initial, entry, choices.organisations)
      await call(contactEndpoints.change, { params: { id }, body, ifMatch: ifMatch ?? contact.version })
      toast('Kontakt geändert')
      void client.invalidateQueries()
    },
  })
  const submit = async () => {
    const saved = await form.submit()
    if (saved) closeContact()
    return saved
  }
  return (
    <Form
      form={{ ...form, submit }}
      action="Änderung speichern"
      labels={contactLabels}
      fromCurrent={(current) => entryOf(current as Contact)}
      onCancel={closeContact}
      end={
        <>
          <Button
            icon="alert"
            onClick={() => openProblem({ caseId: choices.caseId, origin: 'contact', originId: id })}
          >
            Hürde melden
          </Button>
          <WithdrawContact contact={contact} />
        </>
      }
    >
      <ContactFields form={form} choices={choices} former={contact.persons} />
    </Form>
  )
}
