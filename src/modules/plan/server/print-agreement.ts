import { fileURLToPath } from 'node:url'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { PdfError, renderPdf } from '../../../platform/server/documents/index.ts'
import { found, Refusal } from '../../../platform/server/http/refusal.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import type { AgreementView } from '../contract/agreement.ts'
import { agreementDocument } from '../rules/agreement-document.ts'
import { agreementTexts } from './agreement-texts.ts'
import { agreementScreen } from './screens.ts'

const TEMPLATE = fileURLToPath(new URL('./agreement.typ', import.meta.url))

/**
 * A version of the agreement as PDF/UA. 404 also for who may see that there is one but not what it says. The name of
 * the file holds file number and version, nothing about the person.
 */
export async function printAgreement(tx: Tx, agreementId: string, now: Temporal.Instant): Promise<Download> {
  const agreement = await agreementScreen(tx, agreementId)
  const content = found(agreement.content)
  await audit(tx, {
    action: 'agreement.printed',
    objectKind: 'agreement',
    objectId: agreementId,
    caseId: agreement.caseId,
    details: { number: agreement.number, language: agreement.language },
  })
  return {
    name: `${content.fileNumber}-Vereinbarung-${agreement.number}.pdf`,
    bytes: await pdfOf(agreement, now),
  }
}

async function pdfOf(agreement: AgreementView, now: Temporal.Instant): Promise<Uint8Array> {
  const { number, madeOn, signedOn, state, parties } = agreement
  const data = agreementDocument({
    snapshot: found(agreement.content),
    parties,
    state,
    number,
    madeOn,
    signedOn,
    german: agreementTexts('de'),
    other: agreement.language === null ? null : agreementTexts(agreement.language),
  })
  try {
    return await renderPdf({ template: TEMPLATE, data, title: data.title, lang: 'de', createdAt: now })
  } catch (error) {
    if (error instanceof PdfError && error.code === 'pdf.busy') {
      throw new Refusal('unavailable', 'overloaded', { retryAfter: 5 })
    }
    throw error
  }
}
