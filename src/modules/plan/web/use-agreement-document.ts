import { today } from '../../../platform/web/dates.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { agreementEndpoints, type AgreementView } from '../contract/agreement.ts'
import type { AgreementTexts } from '../contract/agreement-texts.ts'
import type { TextLanguage } from '../contract/codes.ts'
import type { Plan } from '../contract/plan.ts'
import { agreementDocument, type AgreementDocument } from '../rules/agreement-document.ts'
import { partiesOf } from '../rules/parties-of.ts'
import { snapshotOf } from '../rules/snapshot-of.ts'

export interface LaidOutAgreement {
  readonly document: AgreementDocument | undefined
  readonly error: unknown
  /** The texts of the right column, to say whether they have been checked. */
  readonly other: AgreementTexts | null
}

/** A version of the agreement, or the plan as it would be agreed on now, laid out as it is printed. */
export function useAgreementDocument(
  plan: Plan,
  agreement: AgreementView | undefined,
  wanted: TextLanguage | null,
): LaidOutAgreement {
  const language = agreement ? agreement.language : wanted
  const german = useView(agreementEndpoints.texts, { params: { language: 'de' } })
  const second = useView(agreementEndpoints.texts, { params: { language: language ?? 'de' } })
  const other = language === null ? null : second.data
  const error = german.error ?? second.error
  if (!german.data || other === undefined) return { document: undefined, error, other: null }
  const texts = { german: german.data, other }
  if (!agreement) {
    const parts = {
      snapshot: snapshotOf(plan),
      parties: partiesOf(plan),
      state: 'draft' as const,
      number: null,
      madeOn: today(),
      signedOn: null,
    }
    return { document: agreementDocument({ ...parts, ...texts }), error, other }
  }
  if (agreement.content === null) return { document: undefined, error, other }
  const { content, parties, state, number, madeOn, signedOn } = agreement
  const parts = { snapshot: content, parties, state, number, madeOn, signedOn }
  return { document: agreementDocument({ ...parts, ...texts }), error, other }
}
