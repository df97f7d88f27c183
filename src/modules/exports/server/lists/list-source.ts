import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/contract/dates.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import type { CatalogueKind } from '../../../tenancy/index.ts'
import type { ListChoice } from '../../contract/exports.ts'
import { aboutList } from './about-list.ts'
import { caseList } from './case-list.ts'
import { contactList } from './contact-list.ts'
import { taskList } from './task-list.ts'

/** Label of an entry of the district's lists; the key where there is none. */
export type CatalogueLabel = (kind: CatalogueKind, key: string) => string

export interface ListPage {
  readonly rows: readonly (readonly Cell[])[]
  readonly next?: string
}

/** The chosen columns, read page by page as the person. */
export type ListTable = Omit<ListSource, 'about'>

/** A list as a table, with what it is. */
export interface ListSource {
  readonly header: readonly string[]
  /** The filter in words. */
  readonly about: readonly (readonly [string, Cell])[]
  page(tx: Tx, actor: Actor, wish: { after: string | undefined; limit: number }): Promise<ListPage>
}

export async function listSource(tx: Tx, choice: ListChoice, today: PlainDate): Promise<ListSource> {
  const { rows } = await sql<{
    labels: Record<string, string>
    fileNumber: string | null
    site: string | null
  }>`
    select coalesce(jsonb_object_agg(e.kind || '/' || e.key, e.label), '{}') as labels,
      (select f.file_number from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseOf(choice)}::uuid) as "fileNumber",
      (select s.label from site s where s.tenant_id = (select app.tenant_id()) and s.id = ${siteOf(choice)}::uuid) as site
    from catalogue_entry e where e.tenant_id = (select app.tenant_id())`.execute(tx)
  const { fileNumber, site } = rows[0]!
  const label: CatalogueLabel = (kind, key) => rows[0]!.labels[`${kind}/${key}`] ?? key
  const about = aboutList(choice, { label, fileNumber, site })
  switch (choice.kind) {
    case 'cases':
      return { ...caseList(choice, label, today), about }
    case 'contacts':
      return { ...contactList(choice, label), about }
    case 'tasks':
      return { ...taskList(choice), about }
  }
}

const caseOf = (choice: ListChoice): string | null => (choice.kind === 'cases' ? null : choice.caseId)
const siteOf = (choice: ListChoice): string | null =>
  choice.kind === 'cases' ? (choice.filter.siteId ?? null) : null
