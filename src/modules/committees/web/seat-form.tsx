import type { ReactElement } from 'react'
import { z } from 'zod'

import { PlainDate } from '../../../platform/contract/dates.ts'
import { text } from '../../../platform/contract/text.ts'
import { call } from '../../../platform/web/api.ts'
import { today } from '../../../platform/web/dates.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { MemberKind, memberKindLabels } from '../contract/codes.ts'
import type { CommitteeOptions, CommitteeView } from '../contract/committees.ts'
import { committeeEndpoints } from '../contract/endpoints.ts'

const labels = {
  kind: 'Als',
  functionId: 'Funktion',
  forMemberId: 'Für',
  heldBy: 'Name',
  organisationId: 'Stelle',
  municipalityId: 'Stadt oder Gemeinde',
  accountId: 'Konto in Lotse',
  fromOn: 'Ab',
  followsId: 'Folgt auf',
  b3: 'Gehört zur Ausländer- oder Einbürgerungsbehörde',
}
const choice = z.string()
const Values = z.object({
  kind: MemberKind,
  functionId: choice,
  forMemberId: choice,
  heldBy: text(200),
  organisationId: choice,
  municipalityId: choice,
  accountId: choice,
  fromOn: PlainDate,
  followsId: choice,
  b3: z.boolean(),
})

interface SeatFormProps {
  view: CommitteeView
  onDone: () => void
  onCancel: () => void
}

/** Puts a person on a seat. Who follows somebody ends that seat on the day before. */
export function SeatForm({ view, onDone, onCancel }: SeatFormProps): ReactElement {
  const options = useView(committeeEndpoints.options, { query: {} })
  const form = useForm({
    schema: Values,
    initial: {
      kind: 'holder' as MemberKind,
      functionId: '',
      forMemberId: '',
      heldBy: '',
      organisationId: '',
      municipalityId: '',
      accountId: '',
      fromOn: today(),
      followsId: '',
      b3: false,
    },
    submit: async (values, { idempotencyKey }) => {
      const body = Object.fromEntries(
        Object.entries(values).map(([key, value]) => [key, value === '' ? null : value]),
      ) as typeof values
      await call(committeeEndpoints.addSeat, { params: { id: view.id }, idempotencyKey, body })
      toast('Sitz besetzt')
      onDone()
    },
  })
  const { kind, functionId } = form.values
  const holders = view.seats.filter((seat) => seat.current && seat.kind === 'holder')
  const before = holders.filter((seat) => seat.functionId === functionId)
  const offered: CommitteeOptions = options.data ?? {
    committees: [],
    organisations: [],
    municipalities: [],
    accounts: [],
    owners: [],
  }
  const listed = (rows: readonly { id: string; label: string }[]) =>
    rows.map(({ id, label }) => ({ value: id, label }))
  const seats = (rows: typeof holders) => rows.map(({ id, heldBy }) => ({ value: id, label: heldBy }))
  const forSomebody = kind === 'substitute' || kind === 'frontOffice'
  return (
    <>
      <ProblemAlert error={options.error} onRetry={() => void options.refetch()} />
      <Form form={form} action="Sitz besetzen" labels={labels} onCancel={onCancel}>
        <Select
          label={labels.kind}
          options={MemberKind.options.map((value) => ({ value, label: memberKindLabels[value] }))}
          {...form.field('kind')}
          onChange={(value) => value && form.set('kind', value)}
        />
        <Combobox label={labels.functionId} options={listed(view.functions)} {...form.field('functionId')} />
        {forSomebody && (
          <Select
            label={labels.forMemberId}
            required
            empty="Bitte wählen"
            options={seats(holders)}
            {...form.field('forMemberId')}
          />
        )}
        <TextField label={labels.heldBy} required {...form.field('heldBy')} />
        <Combobox
          label={labels.accountId}
          hint="Nur mit Konto liest die Person Unterlagen in Lotse."
          options={listed(offered.accounts)}
          {...form.field('accountId')}
        />
        <Combobox
          label={labels.organisationId}
          options={listed(offered.organisations)}
          {...form.field('organisationId')}
        />
        <Combobox
          label={labels.municipalityId}
          options={listed(offered.municipalities)}
          {...form.field('municipalityId')}
        />
        <DateField label={labels.fromOn} required {...form.field('fromOn')} />
        {kind === 'holder' && before.length > 0 && (
          <Select
            label={labels.followsId}
            empty="Auf niemanden"
            options={seats(before)}
            {...form.field('followsId')}
          />
        )}
        <Checkbox label={labels.b3} {...form.field('b3')} />
      </Form>
    </>
  )
}
