import { z } from 'zod'
import { userEndpoints, type UserView } from '../../contract/users.ts'

const fields = userEndpoints.create.body.shape

/** As typed: nothing chosen is an empty text. */
export const UserForm = z.object({
  givenName: fields.givenName,
  familyName: fields.familyName,
  email: z.union([z.literal(''), z.email('Bitte geben Sie eine vollständige E-Mail-Adresse ein.')]),
  phone: z.string().trim().max(60, 'Bitte höchstens 60 Zeichen.'),
  organisationId: z.uuid('Bitte wählen Sie die Anstellung.'),
  unitId: z.union([z.literal(''), z.uuid()]),
})
export type UserForm = z.input<typeof UserForm>

export const NewUserForm = UserForm.extend({ loginName: fields.loginName })

export const emptyUser: UserForm = {
  givenName: '',
  familyName: '',
  email: '',
  phone: '',
  organisationId: '',
  unitId: '',
}

export const userValues = (user: UserView): UserForm => ({
  givenName: user.givenName,
  familyName: user.familyName,
  email: user.email ?? '',
  phone: user.phone ?? '',
  organisationId: user.organisationId ?? '',
  unitId: user.unitId ?? '',
})

/** What the server takes: nothing typed is null. */
export const userBody = (values: z.output<typeof UserForm>) => ({
  givenName: values.givenName,
  familyName: values.familyName,
  email: values.email || null,
  phone: values.phone || null,
  organisationId: values.organisationId,
  unitId: values.unitId || null,
})

export const userLabels = {
  givenName: 'Vorname',
  familyName: 'Familienname',
  email: 'E-Mail',
  phone: 'Telefon',
  organisationId: 'Anstellung',
  unitId: 'Stelle',
  loginName: 'Anmeldename',
}
