import { formatDate } from '../../../../platform/web/dates.ts'
import {
  partnerAnswerLabels,
  partnerDeclineLabels,
  type PartnerRequestRow,
} from '../../contract/requests/index.ts'

/** „nicht übernommen: zurzeit kein Platz frei (28.11.2026)“. */
export function partnerAnswerText({
  answer,
  answerAgreed,
  declineReason,
  answeredOn,
  withdrawnOn,
}: Pick<
  PartnerRequestRow,
  'answer' | 'answerAgreed' | 'declineReason' | 'answeredOn' | 'withdrawnOn'
>): string {
  if (withdrawnOn !== null) return `zurückgezogen (${formatDate(withdrawnOn)})`
  if (!answerAgreed) return 'keine Antwort vereinbart'
  if (answer === null) return 'wartet auf Antwort'
  const why = declineReason === null ? '' : `: ${partnerDeclineLabels[declineReason]}`
  return `${partnerAnswerLabels[answer]}${why}${answeredOn === null ? '' : ` (${formatDate(answeredOn)})`}`
}
