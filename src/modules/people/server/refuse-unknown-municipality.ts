import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'

/** Field error at `municipalityId` when the tenant has no such municipality: one of another tenant looks the same. */
export async function refuseUnknownMunicipality(
  tx: Tx,
  { municipalityId }: { readonly municipalityId?: string | null | undefined },
  prefix = '',
): Promise<void> {
  if (!municipalityId) return
  const row = await tx
    .selectFrom('municipality')
    .select('id')
    .where('id', '=', municipalityId)
    .executeTakeFirst()
  if (row) return
  const message = 'Diese Kommune gibt es in Ihrem Kreis nicht (mehr). Bitte wählen Sie neu.'
  throw new Refusal('invalid', 'invalidInput', {
    fields: [{ path: `${prefix}municipalityId`, code: 'unknownKey', message }],
  })
}
