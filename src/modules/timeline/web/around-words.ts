import { HOUSEHOLD_ROLES, LANGUAGES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import {
  arrangementOutcomeLabels,
  coordinatorAnswerLabels,
  levelReasonLabels,
  problemStateLabels,
  problemStepKindLabels,
} from '../../barriers/index.ts'
import { basisKindLabels, legalBasisLabels, organisationPartLabels } from '../../cases/index.ts'
import {
  clientInformedLabels,
  disclosureGroundLabels,
  disclosureRecipientLabels,
  handoutKindLabels,
  handoutViaLabels,
  notInformedReasonLabels,
} from '../../referrals/index.ts'
import { barrierKindLabels } from '../../structure/index.ts'
import { among, day, joined, recipient, said, withReason, type Facts, type Words } from './fact-words.ts'

/** „Übermittlung ohne Einwilligung, Jugendamt: zweite Person gefragt (§ 4 KKG)“. */
const disclosure =
  (what: string): Words =>
  (facts) => {
    const to = said(facts, 'organisation') || among(disclosureRecipientLabels, said(facts, 'disclosureTo'))
    return withReason(
      `Übermittlung ohne Einwilligung, ${to}: ${what}`,
      among(disclosureGroundLabels, said(facts, 'ground')),
    )
  }
const informed = (facts: Facts) =>
  said(facts, 'informed') === 'not'
    ? `Person nicht informiert: ${among(notInformedReasonLabels, said(facts, 'notInformed'))}`
    : `Person informiert: ${among(clientInformedLabels, said(facts, 'informed'))}`
const letter =
  (what: string): Words =>
  (facts) =>
    `Widerruf: Schreiben an ${said(facts, 'organisation') || 'andere Stelle'} ${what}`
const basisOf = (facts: Facts, what: string) =>
  joined(
    `Rechtsgrundlage ${what}: ${among(basisKindLabels, said(facts, 'basisKind'))}`,
    among(legalBasisLabels, said(facts, 'basis')),
  )
const personOf = (facts: Facts) =>
  withReason(
    said(facts, 'name') || 'eine Person',
    facts['isMain'] === true ? 'Hauptperson' : labelOf(HOUSEHOLD_ROLES, said(facts, 'role')),
  )
const partOf = (facts: Facts) =>
  withReason(said(facts, 'organisation'), among(organisationPartLabels, said(facts, 'part')))

const values = { ...problemStateLabels, ...arrangementOutcomeLabels, ...coordinatorAnswerLabels }
const problem =
  (event: keyof typeof problemStepKindLabels): Words =>
  (facts) => {
    const to = said(facts, 'to')
    const value = event === 'recorded' || event === 'level' ? `Stufe ${to}` : among(values, to)
    const what = `Hürde (${among(barrierKindLabels, said(facts, 'problemKind'))}): ${problemStepKindLabels[event]}`
    const why = event === 'level' ? among(levelReasonLabels, said(facts, 'reason')) : ''
    return withReason(to === '' ? what : joined(what, value), why)
  }

/** What happens around the work itself: who belongs to the case, what was passed on, what stood in the way. */
export const aroundSentences: Readonly<Record<string, Words>> = {
  'case.basisRecorded': (facts) =>
    joined(basisOf(facts, 'festgehalten'), `informiert auf ${labelOf(LANGUAGES, said(facts, 'language'))}`),
  'case.basisEnded': (facts) => basisOf(facts, 'beendet'),
  'sharing.handout': (facts) =>
    joined(
      `Weitergabe an ${recipient(facts)}: ${among(handoutKindLabels, said(facts, 'handoutKind'))}`,
      among(handoutViaLabels, said(facts, 'via')),
      said(facts, 'mistakenOn') && `am ${day(facts, 'mistakenOn')} als Irrtum gekennzeichnet`,
    ),
  'sharing.letterDrafted': letter('vorbereitet'),
  'sharing.letterSent': letter('verschickt'),
  'sharing.letterNeedless': letter('nicht nötig'),
  'sharing.disclosureAsked': disclosure('zweite Person gefragt'),
  'sharing.disclosureAgreed': disclosure('zweite Person stimmt zu'),
  'sharing.disclosureRefused': disclosure('zweite Person stimmt nicht zu'),
  'sharing.disclosureCarriedOut': (facts, label) =>
    joined(disclosure('übermittelt')(facts, label), informed(facts)),
  'sharing.disclosureDropped': disclosure('nicht übermittelt'),
  'household.personJoined': (facts) => `Im Fall: ${personOf(facts)}`,
  'household.personLeft': (facts) => `Nicht mehr im Fall: ${personOf(facts)}`,
  'household.officeJoined': (facts) => `Beteiligt: ${partOf(facts)}`,
  'household.officeLeft': (facts) => `Nicht mehr beteiligt: ${partOf(facts)}`,
  'problem.recorded': problem('recorded'),
  'problem.level': problem('level'),
  'problem.state': problem('state'),
  'problem.coordinatorCalled': problem('coordinatorCalled'),
  'problem.coordinatorAnswered': problem('coordinatorAnswered'),
  'problem.arranged': problem('arranged'),
  'problem.arrangementEnded': problem('arrangementEnded'),
}
