import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { HOUSEHOLD_ROLES, HouseholdRole } from '../../../../platform/contract/code-lists/index.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm, type FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import {
  DuplicateHints,
  emptyPerson,
  inputOfPerson,
  PersonFields,
  PersonForm,
  personLabels,
  type PersonFormValues,
} from '../../../people/web/index.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { usePlaces } from '../use-lists.ts'
import { useCase, useCaseRefresh } from './use-case.ts'
import { useCaseId } from './use-case-id.ts'

const roles = HOUSEHOLD_ROLES.entries.map(({ code, label }) => ({ value: code, label }))
const MemberForm = PersonForm.extend({
  role: HouseholdRole,
  isMain: z.boolean(),
  notSameAs: z.array(z.string()).default([]),
})

/** „Person hinzufügen“. */
export function NewPersonPage(): ReactElement | null {
  const file = useCase(useCaseId()).data
  if (!file) return null
  if (!file.can.includes('persons'))
    return <Alert tone="info" title="Diesem Fall können Sie keine Person hinzufügen." />
  return <NewPersonForm file={file} />
}

function NewPersonForm({ file }: { file: CaseView }): ReactElement {
  const navigate = useNavigate()
  const refresh = useCaseRefresh(file.id)
  const places = usePlaces()
  const back = () => navigate({ to: `/faelle/${file.id}` })
  const first = file.persons.length === 0
  const form = useForm({
    schema: MemberForm,
    initial: { ...emptyPerson, role: first ? 'client' : 'child', isMain: first, notSameAs: [] as string[] },
    draftKey: `person:new:${file.id}`,
    submit: async ({ role, isMain, notSameAs, ...person }, { idempotencyKey }) => {
      const body = { person: inputOfPerson(person), role, isMain, notSameAs }
      await call(caseEndpoints.addPerson, { params: { id: file.id }, body, idempotencyKey })
      await refresh()
      toast('Person hinzugefügt')
      await back()
    },
  })
  const takeOver = useMutation({
    mutationFn: (personId: string) => {
      const { role, isMain } = form.values
      return call(caseEndpoints.addPerson, { params: { id: file.id }, body: { personId, role, isMain } })
    },
    onSuccess: async () => {
      form.discardDraft()
      await refresh()
      toast('Bekannte Person hinzugefügt')
      await back()
    },
  })
  return (
    <Card title="Person hinzufügen">
      <Form
        form={form}
        action="Person hinzufügen"
        labels={{ ...personLabels, role: 'Rolle' }}
        onCancel={() => void back()}
      >
        <Select label="Rolle im Haushalt" width="medium" options={roles} {...form.field('role')} />
        <ProblemAlert error={takeOver.error} />
        <DuplicateHints
          typed={form.values}
          told={form.values.notSameAs ?? []}
          onSame={(candidate) => takeOver.mutate(candidate.id)}
          onOther={(id) => form.set('notSameAs', [...(form.values.notSameAs ?? []), id])}
        />
        <PersonFields
          form={form as unknown as FormHandle<PersonFormValues>}
          municipalities={places.municipalities}
        />
        {!first && <Checkbox label="ist jetzt die Hauptperson" {...form.field('isMain')} />}
      </Form>
    </Card>
  )
}
