import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/contract/dates.ts'
import type { SheetBlock } from '../../../../platform/server/documents/index.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { CaseView } from '../../../cases/index.ts'
import { readCase } from '../../../cases/server/index.ts'
import type { CatalogueKind } from '../../../tenancy/index.ts'

/** What every part of the printed file needs. */
export interface CaseFileContext {
  readonly actor: Actor
  readonly file: CaseView
  readonly today: PlainDate
  readonly district: string
  readonly printedBy: string
  /** Label of an entry of the district's lists; the key where there is none. */
  readonly label: (kind: CatalogueKind, key: string) => string
  /** Name of a person of the case as lists write it, or what stands there without names. */
  readonly nameOf: (personId: string | null) => string
}

/** One part of the file: reads as the person and says what is printed. Every read is one page or one statement. */
export type CaseFileSection = (tx: Tx, context: CaseFileContext) => Promise<readonly SheetBlock[]>

/** Reads what all parts share; 404 when the case is hidden from the person. */
export async function caseFileContext(
  tx: Tx,
  actor: Actor,
  caseId: string,
  today: PlainDate,
): Promise<CaseFileContext> {
  const file = await readCase(tx, actor, caseId)
  const { rows } = await sql<{ district: string; by: string; labels: Record<string, string> }>`
    select t.name as district, u.given_name || ' ' || u.family_name as by,
      (select coalesce(jsonb_object_agg(e.kind || '/' || e.key, e.label), '{}') from catalogue_entry e
        where e.tenant_id = t.id) as labels
    from tenant t join staff_user u on u.tenant_id = t.id and u.id = (select app.user_id())
    where t.id = (select app.tenant_id())`.execute(tx)
  const { district, by, labels } = rows[0]!
  const names = new Map(
    file.persons.flatMap(({ personId, name }) =>
      personId !== null && name !== null
        ? [[personId, `${name.familyName}, ${name.givenName}`] as const]
        : [],
    ),
  )
  return {
    actor,
    file,
    today,
    district,
    printedBy: by,
    label: (kind, key) => labels[`${kind}/${key}`] ?? key,
    nameOf: (personId) =>
      personId === null ? 'ganze Familie' : (names.get(personId) ?? 'eine Person des Falls'),
  }
}
