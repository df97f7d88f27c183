import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { PdfError, renderPdf } from '../../../platform/server/documents/index.ts'
import { found, Refusal, refuseIf } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { sharingKindLabels, type SharingKind } from '../contract/codes.ts'
import type { ConsentView } from '../contract/consents.ts'
import {
  consentDocument,
  receiptDocument,
  type ConsentParts,
  type OtherColumn,
  type PrintedConsent,
} from '../rules/consent-document.ts'
import { consentLanguage, german } from './consent-languages.ts'
import { readConsent } from './screens.ts'
import { tablesOf } from './store.ts'
import { wordingById, wordingOn } from './wording-in-force.ts'

const TEMPLATE = fileURLToPath(new URL('./consent.typ', import.meta.url))
const rightToLeft = new Set(['ar', 'fa'])

/**
 * The text to read and sign, in German and the client's language. A draft has the wording in use, what was given the
 * one it was given under. 404 also for who may not read words and names. The file's name says nothing of the person.
 */
export async function printConsent(
  tx: Tx,
  kind: SharingKind,
  id: string,
  now: Temporal.Instant,
): Promise<Download> {
  const parts = await partsOf(tx, kind, id, now)
  await noted(tx, `${kind}.printed`, kind, parts.consent)
  return pdf(consentDocument(parts), `${parts.fileNumber}-${sharingKindLabels[kind]}.pdf`, now)
}

/** For the client: that it was given or withdrawn. Throws 404 and `receiptBeforeGiven`. */
export async function printReceipt(
  tx: Tx,
  kind: SharingKind,
  id: string,
  now: Temporal.Instant,
): Promise<Download> {
  const parts = await partsOf(tx, kind, id, now)
  refuseIf(parts.consent.givenOn === null ? 'receiptBeforeGiven' : null)
  await noted(tx, `${kind}.receiptPrinted`, kind, parts.consent)
  return pdf(receiptDocument(parts), `${parts.fileNumber}-Bestaetigung.pdf`, now)
}

const noted = (tx: Tx, action: string, objectKind: SharingKind, consent: ConsentView) =>
  audit(tx, {
    action,
    objectKind,
    objectId: consent.id,
    caseId: consent.caseId,
    personId: consent.person.id,
  })

interface Facts {
  file_number: string
  case_language: string | null
  organisation: string
  district: string
  ki_name: string | null
  funders_note: string | null
  wording_id: string | null
  language_wording_id: string | null
}

async function partsOf(tx: Tx, kind: SharingKind, id: string, now: Temporal.Instant): Promise<ConsentParts> {
  const today = dayOf(now)
  const consent = await readConsent(tx, kind, id, today)
  found(consent.text)
  found(consent.person.name)
  const facts = await factsOf(tx, kind, id)
  const given = consent.givenOn !== null
  const wording = (language: string, wordingId: string | null) =>
    given ? wordingById(tx, { kind, language, id: wordingId }) : wordingOn(tx, { kind, language, day: today })
  const own = found(await wording('de', facts.wording_id))
  const language = consent.language ?? facts.case_language ?? 'de'
  const foreign = language === 'de' ? undefined : await wording(language, facts.language_wording_id)
  return {
    consent,
    fileNumber: facts.file_number,
    district: facts.district,
    organisation: facts.organisation,
    kiName: facts.ki_name ?? '',
    fundersNote: facts.funders_note ?? '',
    german,
    sections: own.sections,
    other: foreign ? columnOf(language, foreign.sections) : null,
    wording: own,
  }
}

const columnOf = (language: string, sections: OtherColumn['sections']): OtherColumn => {
  const texts = consentLanguage(language)
  return {
    lang: texts?.lang ?? language,
    direction: texts?.direction ?? (rightToLeft.has(language) ? 'rtl' : 'ltr'),
    sections,
    language: texts,
  }
}

async function factsOf(tx: Tx, kind: SharingKind, id: string): Promise<Facts> {
  const { rows } = await sql<Facts>`
    select f.file_number, f.language as case_language, o.name as organisation, t.name as district,
      c.wording_id, c.language_wording_id,
      (select s.value #>> '{}' from tenant_setting s where s.tenant_id = c.tenant_id and s.key = 'kiName') as ki_name,
      (select s.value #>> '{}' from tenant_setting s where s.tenant_id = c.tenant_id and s.key = 'fundersNote') as funders_note
    from ${sql.table(tablesOf[kind].main)} c
      join case_file f on f.tenant_id = c.tenant_id and f.id = c.case_id
      join tenant t on t.id = c.tenant_id
      join organisation o on o.tenant_id = f.tenant_id and o.id = f.responsible_organisation_id
    where c.tenant_id = (select app.tenant_id()) and c.id = ${id}`.execute(tx)
  return found(rows[0])
}

async function pdf(data: PrintedConsent, name: string, now: Temporal.Instant): Promise<Download> {
  try {
    const bytes = await renderPdf({
      template: TEMPLATE,
      data,
      title: data.title,
      lang: 'de',
      createdAt: now,
    })
    return { name, bytes }
  } catch (error) {
    if (error instanceof PdfError && error.code === 'pdf.busy') {
      throw new Refusal('unavailable', 'overloaded', { retryAfter: 5 })
    }
    throw error
  }
}
