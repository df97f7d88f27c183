import { useQueryClient } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import type { Option } from '../../../platform/web/ui/option.ts'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { personEndpoints } from '../contract/endpoints.ts'
import type { PersonView } from '../contract/person.ts'
import { DecisionsCard } from './decisions-card.tsx'
import { DoubleCheck } from './double-check.tsx'
import { PersonFields } from './person-fields.tsx'
import { formOfPerson, inputOfPerson, PersonForm, personLabels } from './person-form-values.ts'
import { PersonFacts } from './person-facts.tsx'
import { ResidenceSection } from './residence-section.tsx'

interface PersonEditorProps {
  personId: string
  municipalities: readonly Option[]
  basisLink: ReactElement
  /** Called after saving: what else shows the name has to be read again. */
  onSaved: () => void
}

/** One person: names, birth, languages, contact data, residence. Reading alone where the access does not reach further. */
export function PersonEditor(props: PersonEditorProps): ReactElement {
  const view = useView(personEndpoints.read, { params: { id: props.personId } })
  if (!view.data) {
    return view.isPending ? (
      <Loading />
    ) : (
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
    )
  }
  const person = view.data
  return (
    <div className="lt-stack">
      <Card title="Angaben zur Person">
        {person.can.includes('edit') ? (
          <EditPerson key={person.version} {...props} person={person} />
        ) : (
          <PersonFacts person={person} />
        )}
      </Card>
      <ResidenceSection person={person} basisLink={props.basisLink} />
      <DecisionsCard person={person} />
      {person.can.includes('edit') && <DoubleCheck key={person.id} person={person} />}
    </div>
  )
}

function EditPerson({
  person,
  municipalities,
  onSaved,
}: PersonEditorProps & { person: PersonView }): ReactElement {
  const client = useQueryClient()
  const form = useForm({
    schema: PersonForm,
    initial: formOfPerson(person),
    version: person.version,
    draftKey: `person:${person.id}`,
    submit: async (values, { ifMatch }) => {
      const body = inputOfPerson(values, person.nationalities)
      await call(personEndpoints.change, { params: { id: person.id }, body, ifMatch: ifMatch! })
      await client.invalidateQueries({ queryKey: viewKey(personEndpoints.read) })
      toast('Angaben gespeichert')
      onSaved()
    },
  })
  return (
    <Form
      form={form}
      action="Angaben speichern"
      labels={personLabels}
      fromCurrent={(current) => formOfPerson(current as PersonView)}
    >
      <PersonFields form={form} municipalities={municipalities} />
    </Form>
  )
}
