import type { ReactElement, ReactNode } from 'react'
import { HOUSEHOLD_ROLES } from '../../../../platform/contract/code-lists/index.ts'
import type { FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { germanBirthDate } from '../../../../platform/contract/dates.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { FieldSet } from '../../../../platform/web/ui/field-set.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import {
  BirthFields,
  BirthForm,
  DuplicateHints,
  personLabels,
  shortPersonOf,
} from '../../../people/web/index.ts'
import { newMember, type NewCaseFormValues } from './new-case-form-values.ts'

const roles = HOUSEHOLD_ROLES.entries.map(({ code, label }) => ({ value: code, label }))

/** The persons of a new case; none at all for brief advice without a name. */
export function NewCasePersons({ form }: { form: FormHandle<NewCaseFormValues> }): ReactElement {
  const list = form.field('persons')
  const persons = list.value
  // Where the main person is taken away, the next one becomes it.
  const without = (index: number) => {
    const rest = persons.filter((_, at) => at !== index)
    form.set(
      'persons',
      rest.map((member, at) => (rest.some((one) => one.isMain) ? member : { ...member, isMain: at === 0 })),
    )
  }
  return (
    <FieldSet
      id={list.id}
      label="Personen"
      hint="Für eine Kurzintervention geht es auch ohne Namen."
      error={typeof list.error === 'string' && persons.length === 0 ? list.error : undefined}
      role="group"
    >
      <div className="lt-stack">
        {persons.map((member, index) => (
          <MemberFields
            key={index}
            form={form}
            index={index}
            isMain={member.isMain}
            onRemove={() => without(index)}
          />
        ))}
        <div className="lt-actions">
          <Button
            size="small"
            icon="add"
            onClick={() => form.set('persons', [...persons, newMember(persons.length === 0)])}
          >
            Person hinzufügen
          </Button>
        </div>
      </div>
    </FieldSet>
  )
}

interface MemberFieldsProps {
  form: FormHandle<NewCaseFormValues>
  index: number
  isMain: boolean
  onRemove: () => void
}

function MemberFields({ form, index, isMain, onRemove }: MemberFieldsProps): ReactElement {
  const { field } = form
  const known = Boolean(form.values.persons[index]?.personId)
  const roleOf = !isMain && (
    <Select label="Rolle im Haushalt" options={roles} {...field(`persons.${index}.role`)} />
  )
  return (
    <div className="lt-stack">
      {known ? (
        <>
          <KnownMember form={form} index={index} />
          {roleOf && <div className="lt-form__row">{roleOf}</div>}
        </>
      ) : (
        <TypedMember form={form} index={index} end={roleOf} />
      )}
      <div className="lt-actions">
        <Button size="small" variant="tertiary" icon="trash" onClick={onRemove}>
          {isMain ? 'Ohne diese Person' : `Person ${index + 1} entfernen`}
        </Button>
      </div>
    </div>
  )
}

interface MemberProps {
  form: FormHandle<NewCaseFormValues>
  index: number
}

/** Somebody new; who is known already appears while the name is typed. */
function TypedMember({ form, index, end }: MemberProps & { end: ReactNode }): ReactElement {
  const { field } = form
  const member = form.values.persons[index]!
  const change = (next: Partial<NewCaseFormValues['persons'][number]>) =>
    form.set(
      'persons',
      form.values.persons.map((one, at) => (at === index ? { ...one, ...next } : one)),
    )
  return (
    <>
      <div className="lt-form__row">
        <TextField
          label={personLabels['familyName']!}
          required
          {...field(`persons.${index}.person.familyName`)}
        />
        <TextField
          label={personLabels['givenName']!}
          required
          {...field(`persons.${index}.person.givenName`)}
        />
        {end}
      </div>
      <BirthFields
        precision={field(`persons.${index}.person.birthDate.precision`)}
        date={field(`persons.${index}.person.birthDate.date`)}
        year={field(`persons.${index}.person.birthDate.year`)}
      />
      <DuplicateHints
        typed={member.person}
        told={member.notSameAs ?? []}
        onSame={(candidate) => change({ personId: candidate.id, person: shortPersonOf(candidate) })}
        onOther={(id) => change({ notSameAs: [...(member.notSameAs ?? []), id] })}
      />
    </>
  )
}

/** Somebody taken over from another case: shown as recorded there. */
function KnownMember({ form, index }: MemberProps): ReactElement {
  const { person } = form.values.persons[index]!
  const birth = BirthForm.safeParse(person.birthDate)
  return (
    <Alert tone="success" title={`${person.familyName}, ${person.givenName}`}>
      <p className="kern-body">
        {birth.success && `Geboren: ${germanBirthDate(birth.data)}. `}Diese Person ist schon erfasst; ihre
        Angaben gelten in beiden Fällen.
      </p>
      <div className="lt-actions">
        <Button
          size="small"
          onClick={() =>
            form.set(
              'persons',
              form.values.persons.map((one, at) => (at === index ? newMember(one.isMain) : one)),
            )
          }
        >
          Doch eine andere Person
        </Button>
      </div>
    </Alert>
  )
}
