import { sql, type RawBuilder } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found, Refusal, refuseStale } from '../../../platform/server/http/refusal.ts'
import type { SharingKind } from '../contract/codes.ts'
import {
  WordingSections,
  type WordingDefault,
  type WordingLanguage,
  type WordingList,
  type WordingVersion,
  type WordingView,
} from '../contract/wording.ts'
import { wordingFaults } from '../rules/wording.ts'
import { wordingFaultText } from '../rules/wording-fault-text.ts'
import { consentLanguage, shippedLanguages } from './consent-languages.ts'

/** Nobody saves that many; the page would be unreadable long before. */
const most = 300

const staffName = (alias: string) => {
  const u = sql.table(alias)
  return sql`${u}.given_name || ' ' || ${u}.family_name`
}

interface Row {
  view: WordingVersion
  sections: unknown
  writes: boolean
}

const rowsOf = (where: RawBuilder<unknown>) => sql<Row>`
  select jsonb_build_object('id', w.id, 'kind', w.kind, 'language', w.language, 'number', w.number, 'state', w.state,
      'legallyCheckedBy', w.legally_checked_by, 'createdAt', w.created_at, 'createdBy', ${staffName('c')},
      'activatedAt', w.activated_at, 'activatedBy', ${staffName('a')}, 'retiredAt', w.retired_at,
      'version', w.version) as view,
    w.sections, (select app.has_role('administrator')) as writes
  from consent_wording w
    join staff_user c on c.tenant_id = w.tenant_id and c.id = w.created_by
    left join staff_user a on a.tenant_id = w.tenant_id and a.id = w.activated_by
  where w.tenant_id = (select app.tenant_id()) and ${where}
  order by w.kind, w.language, w.number desc limit ${most}`

/** All versions, newest of each text first, and what the program brings. */
export async function listWordings(tx: Tx): Promise<WordingList> {
  const { rows } = await rowsOf(sql`true`).execute(tx)
  const { rows: may } = await sql<{
    writes: boolean
  }>`select app.has_role('administrator') as writes`.execute(tx)
  return {
    versions: rows.map(({ view }) => view),
    defaults: defaults(),
    can: may[0]!.writes ? ['write'] : [],
  }
}

function defaults(): WordingDefault[] {
  return (['consent', 'secrecyRelease'] as const).flatMap((kind) =>
    shippedLanguages.map((language) => {
      const { wording, checked } = consentLanguage(language)!
      return {
        kind,
        language,
        nativeChecked: checked,
        sections: wording[kind],
        missing: wordingFaults(wording[kind]),
      }
    }),
  )
}

export async function readWording(tx: Tx, id: string): Promise<WordingView> {
  const { rows } = await rowsOf(sql`w.id = ${id}`).execute(tx)
  const { view, sections, writes } = found(rows[0])
  const text = WordingSections.parse(sections)
  return {
    ...view,
    sections: text,
    missing: wordingFaults(text),
    can: writes && view.state === 'draft' ? ['activate'] : [],
  }
}

interface NewWording {
  readonly kind: SharingKind
  readonly language: WordingLanguage
  readonly sections: WordingSections
}

/** A new version; nothing changes for clients yet. Two savers at once get two numbers. */
export async function saveWording(tx: Tx, { kind, language, sections }: NewWording): Promise<WordingView> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`consent_wording ${kind} ${language}`} || app.tenant_id()::text, 0))`.execute(
    tx,
  )
  const last = await tx
    .selectFrom('consent_wording')
    .select((one) => one.fn.max('number').as('number'))
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirst()
  const id = newId()
  const number = (last?.number ?? 0) + 1
  await tx
    .insertInto('consent_wording')
    .values({ id, kind, language, number, sections: JSON.stringify(sections) })
    .execute()
  await audit(tx, {
    action: 'consentWording.saved',
    objectKind: 'consentWording',
    objectId: id,
    details: { kind, language, number },
  })
  return readWording(tx, id)
}

/** Puts a version to use. Throws 404, 412, `wordingNotDraft`, `wordingIncomplete` with the sections that lack something. */
export async function activateWording(
  tx: Tx,
  ids: { id: string; version: number },
  legallyCheckedBy: string | null,
): Promise<WordingView> {
  await tx.selectFrom('consent_wording').select('id').where('id', '=', ids.id).forUpdate().execute()
  const current = await readWording(tx, ids.id)
  refuseStale(current.version, ids.version, () => current)
  if (current.state !== 'draft') throw new Refusal('conflict', 'wordingNotDraft')
  if (current.missing.length > 0) {
    const fields = current.missing.map((fault) => ({
      path: `sections.${fault.section}`,
      code: fault.code,
      message: wordingFaultText(fault),
    }))
    throw new Refusal('conflict', 'wordingIncomplete', { fields })
  }
  await tx
    .updateTable('consent_wording')
    .set({ state: 'retired', version: sql<number>`version + 1` })
    .where('kind', '=', current.kind)
    .where('language', '=', current.language)
    .where('state', '=', 'active')
    .execute()
  await tx
    .updateTable('consent_wording')
    .set({ state: 'active', legally_checked_by: legallyCheckedBy, version: current.version + 1 })
    .where('id', '=', ids.id)
    .execute()
  await audit(tx, {
    action: 'consentWording.activated',
    objectKind: 'consentWording',
    objectId: ids.id,
    details: { kind: current.kind, language: current.language, checked: legallyCheckedBy !== null },
  })
  return readWording(tx, ids.id)
}
