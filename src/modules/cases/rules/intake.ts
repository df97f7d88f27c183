import type { BasisKind, CriterionAnswer, Intensity, LegalBasis } from '../contract/codes.ts'

/** The five criteria of case management (practice.md §2.1, after the DGCC's practice). */
export const criteria = {
  complexNeed: 'Komplexe Lage: drei oder mehr Lebensbereiche sind betroffen',
  severalProviders: 'Mehrere Stellen müssen zusammenwirken',
  standardFails: 'Die Regelangebote greifen nicht oder reichen nicht aus',
  lacksResources: 'Eigene Kräfte und das Umfeld reichen zurzeit nicht aus',
  clientAgrees: 'Die Person möchte diese Begleitung',
} as const
export type Criterion = keyof typeof criteria
export type CriteriaAnswers = Readonly<Record<Criterion, CriterionAnswer>>

export interface Suggestion {
  readonly intensity: Intensity
  /** The criteria that led there, to be shown as reasons. */
  readonly because: readonly Criterion[]
  readonly reason: 'allMet' | 'someMet' | 'fewMet' | 'clientDoesNotAgree' | 'tooLittleKnown'
}

/**
 * Suggests an intensity; the person decides. All five: case management. Without the client's agreement never case
 * management, because taking part is voluntary (R040).
 */
export function suggestIntensity(answers: CriteriaAnswers): Suggestion {
  const need = (['complexNeed', 'severalProviders', 'standardFails', 'lacksResources'] as const).filter(
    (criterion) => answers[criterion] === 'yes',
  )
  const answered = Object.values(answers).filter((answer) => answer !== 'unknown').length
  if (answered < 2 && need.length < 2)
    return { intensity: 'briefAdvice', because: need, reason: 'tooLittleKnown' }
  if (need.length === 4 && answers.clientAgrees === 'yes')
    return { intensity: 'caseManagement', because: [...need, 'clientAgrees'], reason: 'allMet' }
  if (answers.clientAgrees === 'no') {
    return {
      intensity: need.length >= 2 ? 'accompaniment' : 'briefAdvice',
      because: [...need, 'clientAgrees'],
      reason: 'clientDoesNotAgree',
    }
  }
  return need.length >= 2
    ? { intensity: 'accompaniment', because: need, reason: 'someMet' }
    : { intensity: 'briefAdvice', because: need, reason: 'fewMet' }
}

export type BasisRefusal = 'basisTaskNotPublic' | 'basisContractSpecial' | 'basisInformedLater'

/**
 * Why a processing cannot rest on this basis, or null. The task of § 3 DSG NRW belongs to public bodies; a contract
 * carries no special categories (Art. 9 DSGVO); information is given before, not after (Art. 13 DSGVO).
 */
export function whyNotBasis(
  wish: { kind: BasisKind; basis: LegalBasis; informedOn: string },
  context: { publicEmployer: boolean; today: string },
): BasisRefusal | null {
  if (wish.basis === 'task' && !context.publicEmployer) return 'basisTaskNotPublic'
  if (wish.basis === 'contract' && (wish.kind === 'health' || wish.kind === 'religion'))
    return 'basisContractSpecial'
  return wish.informedOn > context.today ? 'basisInformedLater' : null
}

export type OpeningRefusal = 'personMissing' | 'mainPersonOnce' | 'openedLater' | 'informationMissing'

/**
 * Why a case cannot be opened like this, or null. Brief advice needs no name; as soon as names are kept, the client
 * has been told on what basis.
 */
export function whyNotOpenable(
  wish: { intensity: Intensity; mainPersons: number; persons: number; informed: boolean; openedOn: string },
  today: string,
): OpeningRefusal | null {
  if (wish.openedOn > today) return 'openedLater'
  if (wish.intensity !== 'briefAdvice' && wish.persons === 0) return 'personMissing'
  if (wish.persons > 0 && wish.mainPersons !== 1) return 'mainPersonOnce'
  return wish.persons > 0 && !wish.informed ? 'informationMissing' : null
}
