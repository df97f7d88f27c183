import { sql } from 'kysely'
import type { PlainDate } from '../../../../platform/contract/dates.ts'
import type { Actor, Tx } from '../../../../platform/server/db/with-actor.ts'
import type { Cell } from '../../../../platform/server/spreadsheets/index.ts'
import type { CatalogueKind } from '../../../tenancy/index.ts'
import type { ListChoice } from '../../contract/exports.ts'
import { caseList } from './case-list.ts'
import { contactList } from './contact-list.ts'
import { taskList } from './task-list.ts'

/** Label of an entry of the district's lists; the key where there is none. */
export type CatalogueLabel = (kind: CatalogueKind, key: string) => string

export interface ListPage {
  readonly rows: readonly (readonly Cell[])[]
  readonly next?: string
}

/** A list as a table: the chosen columns, read page by page as the person. */
export interface ListSource {
  readonly header: readonly string[]
  page(tx: Tx, actor: Actor, wish: { after: string | undefined; limit: number }): Promise<ListPage>
}

export async function listSource(tx: Tx, choice: ListChoice, today: PlainDate): Promise<ListSource> {
  const { rows } = await sql<{ labels: Record<string, string> }>`
    select coalesce(jsonb_object_agg(e.kind || '/' || e.key, e.label), '{}') as labels from catalogue_entry e
    where e.tenant_id = (select app.tenant_id())`.execute(tx)
  const label: CatalogueLabel = (kind, key) => rows[0]!.labels[`${kind}/${key}`] ?? key
  switch (choice.kind) {
    case 'cases':
      return caseList(choice, label, today)
    case 'contacts':
      return contactList(choice, label)
    case 'tasks':
      return taskList(choice)
  }
}
