import type { ReactElement } from 'react'
import type { FormHandle } from '../../../../platform/web/forms/use-form.ts'
import { Combobox } from '../../../../platform/web/ui/combobox.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { usePlaces } from './use-places.ts'
import type { UserForm } from './user-form-values.ts'

/** Name, contact and place: the same for a new and an existing account. */
export function UserFields({ form }: { form: FormHandle<UserForm> }): ReactElement {
  const places = usePlaces()
  const units = places?.unitsOf(form.values.organisationId) ?? []
  const organisation = form.field('organisationId')
  return (
    <>
      <div className="lt-form__row">
        <TextField label="Vorname" required {...form.field('givenName')} />
        <TextField label="Familienname" required {...form.field('familyName')} />
      </div>
      <div className="lt-form__row">
        <TextField label="E-Mail (dienstlich)" type="email" {...form.field('email')} />
        <TextField label="Telefon (dienstlich)" type="tel" width="medium" {...form.field('phone')} />
      </div>
      <Combobox
        label="Anstellung"
        hint="Wer die Person beschäftigt."
        required
        options={places?.organisations ?? []}
        {...organisation}
        onChange={(value) => form.replace({ ...form.values, organisationId: value, unitId: '' })}
      />
      {units.length > 0 && (
        <Select
          label="Stelle"
          hint="Bei Städten und Gemeinden ist es die KIM-Stelle, nicht das Amt um sie herum."
          empty="keine"
          options={units}
          {...form.field('unitId')}
        />
      )}
    </>
  )
}
