import { sql, type Insertable, type Selectable, type Updateable } from 'kysely'
import type { Consent, ConsentGiver, ConsentText } from '../../../platform/server/db/types.generated.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { SharingKind } from '../contract/codes.ts'

export type ConsentRow = Selectable<Consent>

/** The two objects have tables of their own with the same columns; for the compiler they are one. */
export const tablesOf = {
  consent: { main: 'consent', text: 'consent_text', giver: 'consent_giver' },
  secrecyRelease: {
    main: 'secrecy_release' as 'consent',
    text: 'secrecy_release_text' as 'consent_text',
    giver: 'secrecy_release_giver' as 'consent_giver',
  },
} as const satisfies Record<SharingKind, { main: 'consent'; text: 'consent_text'; giver: 'consent_giver' }>

/** The case, asked before it is locked: the case is always locked first, then what hangs on it. */
export async function caseOfConsent(tx: Tx, kind: SharingKind, id: string): Promise<string> {
  const row = await tx
    .selectFrom(tablesOf[kind].main)
    .select('case_id')
    .where('id', '=', id)
    .executeTakeFirst()
  return found(row).case_id
}

export async function lockConsent(tx: Tx, kind: SharingKind, id: string): Promise<ConsentRow> {
  return found(
    await tx
      .selectFrom(tablesOf[kind].main)
      .selectAll()
      .where('id', '=', id)
      .forNoKeyUpdate()
      .executeTakeFirst(),
  )
}

export async function insertConsent(
  tx: Tx,
  kind: SharingKind,
  consent: Insertable<Consent>,
  text: Insertable<ConsentText>,
): Promise<void> {
  await tx.insertInto(tablesOf[kind].main).values(consent).execute()
  await tx.insertInto(tablesOf[kind].text).values(text).execute()
}

/** Row and words carry one version: whoever changes either makes both stale for others. */
export async function updateConsent(
  tx: Tx,
  kind: SharingKind,
  consent: Pick<ConsentRow, 'id' | 'version'>,
  change: Updateable<Consent>,
  text: Updateable<ConsentText> = {},
): Promise<void> {
  await tx
    .updateTable(tablesOf[kind].main)
    .set({ ...change, version: consent.version + 1 })
    .where('id', '=', consent.id)
    .execute()
  if (Object.keys(text).length === 0) return
  await tx.updateTable(tablesOf[kind].text).set(text).where('consent_id', '=', consent.id).execute()
}

export async function insertGivers(
  tx: Tx,
  kind: SharingKind,
  givers: readonly Insertable<ConsentGiver>[],
): Promise<void> {
  await tx
    .insertInto(tablesOf[kind].giver)
    .values([...givers])
    .execute()
}

/** Words and givers go with it. The policy lets drafts go and nothing else. */
export async function deleteDraft(tx: Tx, kind: SharingKind, id: string): Promise<void> {
  await tx.deleteFrom(tablesOf[kind].main).where('id', '=', id).execute()
}

/** Marks what still holds as ended on this day; answers how many. */
export async function endOpenConsents(
  tx: Tx,
  kind: SharingKind,
  caseId: string,
  on: string,
): Promise<number> {
  const result = await tx
    .updateTable(tablesOf[kind].main)
    .set({ ended_on: on, version: sql<number>`version + 1` })
    .where('case_id', '=', caseId)
    .where('given_on', 'is not', null)
    .where('withdrawn_on', 'is', null)
    .where('ended_on', 'is', null)
    .where('valid_to', '>=', on)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
