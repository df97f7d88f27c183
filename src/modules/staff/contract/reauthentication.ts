import { z } from 'zod'
import { endpoint } from '../../../platform/contract/endpoint.ts'

export const reauthenticationEndpoints = {
  confirm: endpoint({
    method: 'POST',
    path: '/api/session/reauthentication',
    right: 'self',
    summary:
      'Confirms with password (and code, where a second factor is set up) that it is still the same person.',
    body: z.strictObject({
      password: z.string().min(1, 'Bitte geben Sie Ihr Kennwort ein.').max(200),
      code: z
        .string()
        .transform((text) => text.replaceAll(/\s/g, ''))
        .pipe(z.string().regex(/^(\d{6})?$/, 'Bitte geben Sie die sechs Ziffern aus Ihrer App ein.'))
        .optional(),
    }),
    status: 204,
  }),
}
