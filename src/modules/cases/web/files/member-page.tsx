import { useParams } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { z } from 'zod'
import { HOUSEHOLD_ROLES, HouseholdRole } from '../../../../platform/contract/code-lists/index.ts'
import { PlainDate } from '../../../../platform/contract/dates.ts'
import { call } from '../../../../platform/web/api.ts'
import { Form } from '../../../../platform/web/forms/form.tsx'
import { useForm } from '../../../../platform/web/forms/use-form.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import { DateField } from '../../../../platform/web/ui/date-field.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { PersonEditor } from '../../../people/web/index.ts'
import type { CasePersonView, CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { usePlaces } from '../use-lists.ts'
import { useCase, useCaseRefresh } from './use-case.ts'

const roles = HOUSEHOLD_ROLES.entries.map(({ code, label }) => ({ value: code, label }))
const MemberForm = z.object({
  role: HouseholdRole,
  isMain: z.boolean(),
  validFrom: PlainDate,
  validTo: z.union([PlainDate, z.literal('')]),
})
const labels = {
  role: 'Rolle im Haushalt',
  isMain: 'Hauptperson',
  validFrom: 'Im Fall seit',
  validTo: 'Im Fall bis',
}

/** One member of the household: the person, and the part in this case. */
export function MemberPage(): ReactElement | null {
  const { id, memberId } = useParams({ strict: false }) as { id: string; memberId: string }
  const file = useCase(id).data
  const refresh = useCaseRefresh(id)
  const places = usePlaces()
  const member = file?.persons.find((one) => one.id === memberId)
  if (!file) return null
  if (!member?.personId) return <Alert tone="info" title="Diese Person ist für Sie nicht sichtbar." />
  return (
    <div className="lt-stack">
      <PersonEditor
        personId={member.personId}
        municipalities={places.municipalities}
        basisLink={<Link to={`/faelle/${id}/aufnahme`}>Rechtsgrundlage festhalten</Link>}
        onSaved={() => void refresh()}
      />
      {file.can.includes('persons') && <MemberCard key={member.version} file={file} member={member} />}
    </div>
  )
}

const valuesOf = (member: CasePersonView) => ({
  role: member.role as z.output<typeof HouseholdRole>,
  isMain: member.isMain,
  validFrom: member.validFrom,
  validTo: member.validTo ?? '',
})

function MemberCard({ file, member }: { file: CaseView; member: CasePersonView }): ReactElement {
  const refresh = useCaseRefresh(file.id)
  const form = useForm({
    schema: MemberForm,
    initial: valuesOf(member),
    version: member.version,
    submit: async (values, { ifMatch }) => {
      const params = { id: file.id, casePersonId: member.id }
      const becomesMain = values.isMain && !member.isMain ? { isMain: true as const } : {}
      const { role, validFrom } = values
      const body = { role, validFrom, validTo: values.validTo === '' ? null : values.validTo, ...becomesMain }
      await call(caseEndpoints.changePerson, { params, body, ifMatch: ifMatch! })
      await refresh()
      toast('Rolle gespeichert')
    },
  })
  return (
    <Card title="Rolle in diesem Fall">
      <Form
        form={form}
        action="Rolle speichern"
        labels={labels}
        fromCurrent={(current) => valuesOf(current as CasePersonView)}
      >
        <div className="lt-form__row">
          <Select label={labels.role} options={roles} {...form.field('role')} />
          <DateField label={labels.validFrom} {...form.field('validFrom')} />
          {!member.isMain && (
            <DateField label={labels.validTo} hint="Leer: gehört noch dazu." {...form.field('validTo')} />
          )}
        </div>
        {!member.isMain && <Checkbox label="ist jetzt die Hauptperson" {...form.field('isMain')} />}
      </Form>
    </Card>
  )
}
