import { sql } from 'kysely'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import type { SharingKind } from '../contract/codes.ts'
import { textVersion } from '../contract/consent-form.ts'
import { WordingSections } from '../contract/wording.ts'
import { consentLanguage } from './consent-languages.ts'

export interface WordingInForce {
  /** Null: the program's default. */
  readonly id: string | null
  readonly number: number | null
  /** „Fassung 2“ or the name of the default. */
  readonly label: string
  readonly legallyChecked: boolean
  readonly sections: WordingSections
}

interface Row {
  id: string
  number: number
  checked: boolean
  sections: unknown
}

/** The tenant's text that was in use on a day; else the program's; undefined where neither has the language. */
export async function wordingOn(
  tx: Tx,
  { kind, language, day }: { kind: SharingKind; language: string; day: string },
): Promise<WordingInForce | undefined> {
  return (await wordingsOn(tx, { language, day }))[kind]
}

/** Both texts of a language on a day, in one statement. */
export async function wordingsOn(
  tx: Tx,
  { language, day }: { language: string; day: string },
): Promise<Record<SharingKind, WordingInForce | undefined>> {
  const { rows } = await sql<Row & { kind: SharingKind }>`
    select distinct on (w.kind) w.kind, w.id, w.number, w.legally_checked_by is not null as checked, w.sections
    from consent_wording w
    where w.tenant_id = (select app.tenant_id()) and w.language = ${language}
      and (w.activated_at at time zone 'Europe/Berlin')::date <= ${day}::date
      and (w.retired_at is null or (w.retired_at at time zone 'Europe/Berlin')::date > ${day}::date)
    order by w.kind, w.number desc`.execute(tx)
  const of = (kind: SharingKind) =>
    inForce(
      rows.find((row) => row.kind === kind),
      kind,
      language,
    )
  return { consent: of('consent'), secrecyRelease: of('secrecyRelease') }
}

/** A version by its id, whether still in use or not; without an id the program's default. */
export async function wordingById(
  tx: Tx,
  { kind, language, id }: { kind: SharingKind; language: string; id: string | null },
): Promise<WordingInForce | undefined> {
  if (id === null) return inForce(undefined, kind, language)
  const { rows } = await sql<Row>`
    select w.id, w.number, w.legally_checked_by is not null as checked, w.sections from consent_wording w
    where w.tenant_id = (select app.tenant_id()) and w.id = ${id}`.execute(tx)
  return inForce(rows[0], kind, language)
}

function inForce(row: Row | undefined, kind: SharingKind, language: string): WordingInForce | undefined {
  if (row) {
    const { id, number, checked } = row
    const sections = WordingSections.parse(row.sections)
    return { id, number, label: `Fassung ${number}`, legallyChecked: checked, sections }
  }
  const sections = consentLanguage(language)?.wording[kind]
  return sections && { id: null, number: null, label: textVersion, legallyChecked: false, sections }
}
