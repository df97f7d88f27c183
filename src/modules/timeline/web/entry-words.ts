import { LANGUAGES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import {
  clearReasonLabels,
  handoverReasonLabels,
  intensityLabels,
  intensityReasonLabels,
  phaseLabels,
  reopeningReasonLabels,
} from '../../cases/index.ts'
import { mediatorLabels, withdrawalLabels } from '../../contacts/index.ts'
import { clientViewLabels, referralReasonLabels, referralResultLabels } from '../../referrals/index.ts'
import { dataCategoryLabels, specialCategoryLabels } from '../../consent/index.ts'
import type { CatalogueKind } from '../../tenancy/index.ts'
import type { TimelineEntry, TimelineKind } from '../index.ts'
import { aroundSentences } from './around-words.ts'
import {
  among,
  day,
  joined,
  recipient,
  said,
  several,
  withReason,
  type CatalogueLabel,
  type Described,
  type Facts,
  type Words,
} from './fact-words.ts'

export type { CatalogueLabel } from './fact-words.ts'

export const kindLabels: Record<TimelineKind, string> = {
  contact: 'Kontakte',
  case: 'Fallführung',
  consent: 'Einwilligungen',
  assessment: 'Assessment',
  plan: 'Ziele und Schritte',
  agreement: 'Vereinbarungen',
  document: 'Dokumente',
  task: 'Aufgaben',
  referral: 'Verweise',
  sharing: 'Weitergaben',
  household: 'Haushalt und Stellen',
  problem: 'Hürden',
}

const goalStates = {
  open: 'offen',
  reached: 'erreicht',
  partly: 'teilweise erreicht',
  notReached: 'nicht erreicht',
  dropped: 'fallen gelassen',
}
const stepStates = { waiting: 'wartet', done: 'erledigt', dropped: 'fallen gelassen' }
const objects = { consent: 'Einwilligung', secrecy_release: 'Schweigepflichtentbindung' }
const documentKinds = {
  consentProof: 'Nachweis einer Einwilligung',
  agreementScan: 'Unterschriebene Vereinbarung',
  letter: 'Schreiben',
  other: 'Dokument',
}

const object = (facts: Facts) => `${among(objects, said(facts, 'object'))}: ${recipient(facts)}`
const assessment = (facts: Facts) => (said(facts, 'assessmentKind') === 're' ? 'Re-Assessment' : 'Assessment')

/** „Verweis an das Jugendamt: abgelehnt (Kein Platz frei)“. */
const referral =
  (what: string): Words =>
  (facts) => {
    const why = among(
      { ...referralReasonLabels, ...referralResultLabels },
      said(facts, 'reason') || said(facts, 'result'),
    )
    return withReason(`Verweis an ${said(facts, 'organisation')}: ${what}`, why)
  }

function contact(facts: Facts, label: CatalogueLabel): string {
  const mediator = said(facts, 'mediator')
  const language = said(facts, 'language')
  return joined(
    label('contactKind', said(facts, 'contactKind')),
    said(facts, 'time'),
    language === '' ? '' : labelOf(LANGUAGES, language),
    mediator === '' || mediator === 'none' ? '' : among(mediatorLabels, mediator),
    waiting(facts),
  )
}

/** Empty words: somebody is waited for, and whom is not open to the reader. */
const waiting = (facts: Facts): string =>
  typeof facts['waitsFor'] === 'string' ? `wartet auf ${facts['waitsFor'] || 'andere Stelle'}` : ''

const named = (term: string, values: readonly string[]): string[] =>
  values.length === 0 ? [] : [`${term}: ${values.join(', ')}`]

/** What else was recorded of an entry, a line each: who took part, where, about what. */
export function detailsOf({ kind, event, facts }: Described, label: CatalogueLabel): string[] {
  if (kind === 'sharing' && event === 'handout') {
    const categories = { ...dataCategoryLabels, ...specialCategoryLabels }
    const passedOn = several(facts, 'categories').map((one) => among(categories, one))
    return named('Angaben', passedOn)
  }
  if (kind !== 'contact' || event !== 'recorded') return []
  const place = [said(facts, 'site'), said(facts, 'place')].filter((part) => part !== '')
  const keys = (list: string, of: CatalogueKind) => several(facts, list).map((key) => label(of, key))
  return [
    ...named('Beteiligt', several(facts, 'persons')),
    ...named('Ort', place),
    ...named('Themen', keys('topics', 'lifeDomain')),
    ...named('Tätigkeiten', keys('activities', 'activityType')),
  ]
}

/** The German sentence of an event; an event it does not know is named by its kind, never hidden. */
const sentences: Readonly<Record<string, Words>> = {
  ...aroundSentences,
  'contact.recorded': contact,
  'contact.answered': (facts) =>
    joined(`Antwort: ${said(facts, 'organisation') || 'andere Stelle'}`, `nach ${said(facts, 'days')} Tagen`),
  'case.opened': (facts, label) =>
    joined(
      'Fall eröffnet',
      said(facts, 'entryRoute') === '' ? '' : `Zugang: ${label('entryRoute', said(facts, 'entryRoute'))}`,
    ),
  'case.phase': (facts) => `Phase: ${among(phaseLabels, said(facts, 'to'))}`,
  'case.intensity': (facts) =>
    withReason(
      `Intensität: ${among(intensityLabels, said(facts, 'to'))}`,
      among(intensityReasonLabels, said(facts, 'reason')),
    ),
  'case.firstTalk': () => 'Erstgespräch',
  'case.closed': (facts, label) =>
    withReason('Fall abgeschlossen', said(facts, 'reason') && label('closureReason', said(facts, 'reason'))),
  'case.reopened': (facts) =>
    withReason('Fall wieder aufgenommen', among(reopeningReasonLabels, said(facts, 'reason'))),
  'case.handover': (facts) =>
    withReason(
      `Übergabe von ${said(facts, 'from') || 'unbekannt'} an ${said(facts, 'to') || 'unbekannt'}`,
      among(handoverReasonLabels, said(facts, 'reason')),
    ),
  'case.released': (facts) => `Freigabe für ${said(facts, 'to')} bis ${day(facts, 'until')}`,
  'case.openedForReason': (facts) =>
    withReason(
      `Aus Anlass geöffnet durch ${said(facts, 'to')} bis ${day(facts, 'until')}`,
      among(clearReasonLabels, said(facts, 'reason')),
    ),
  'consent.given': (facts) => joined(`${object(facts)} erteilt`, `gilt bis ${day(facts, 'validTo')}`),
  'consent.withdrawn': (facts) => `${object(facts)} widerrufen`,
  'consent.ended': (facts) => `${object(facts)} beendet`,
  'assessment.started': (facts) => `${assessment(facts)} begonnen`,
  'assessment.finished': (facts) => `${assessment(facts)} abgeschlossen`,
  'plan.goalSet': () => 'Ziel vereinbart',
  'plan.goalState': (facts) => `Ziel ${among(goalStates, said(facts, 'to'))}`,
  'plan.stepAdded': (facts) => joined('Schritt', said(facts, 'dueOn') && `bis ${day(facts, 'dueOn')}`),
  'plan.stepState': (facts) => `Schritt ${among(stepStates, said(facts, 'to'))}`,
  'agreement.drafted': (facts) => `Vereinbarung ${said(facts, 'number')} entworfen`,
  'agreement.signed': (facts) => `Vereinbarung ${said(facts, 'number')} unterschrieben`,
  'agreement.ended': (facts) => `Vereinbarung ${said(facts, 'number')} beendet`,
  'document.filed': (facts) => `${among(documentKinds, said(facts, 'documentKind'))} abgelegt`,
  'referral.sent': referral('abgeschickt'),
  'referral.accepted': referral('angenommen'),
  'referral.declined': referral('abgelehnt'),
  'referral.running': referral('begonnen'),
  'referral.completed': referral('abgeschlossen'),
  'referral.brokenOff': referral('abgebrochen'),
  'referral.withdrawn': referral('zurückgezogen'),
  'referral.reminded': referral('erinnert, noch keine Antwort'),
  'referral.returned': referral('ohne Antwort zurückgekommen'),
  'referral.clientView': (facts) =>
    `Sicht der Person zum Verweis: ${among(clientViewLabels, said(facts, 'result'))}`,
  'task.added': (facts) =>
    joined('Aufgabe angelegt', said(facts, 'dueOn') && `fällig ${day(facts, 'dueOn')}`),
  'task.done': () => 'Aufgabe erledigt',
  'task.dropped': () => 'Aufgabe verworfen',
}

export const sentenceOf = (entry: Described, label: CatalogueLabel): string =>
  sentences[`${entry.kind}.${entry.event}`]?.(entry.facts, label) ?? kindLabels[entry.kind]

/** Why an entry was taken back; empty for entries that stand. */
export const withdrawalOf = (entry: Pick<TimelineEntry, 'facts'>): string => {
  const reason = said(entry.facts, 'withdrawn')
  return reason === '' ? '' : among(withdrawalLabels, reason)
}

/** Who it was, deputies included. */
export const whoOf = (entry: Pick<TimelineEntry, 'actor' | 'deputyOf'>): string => {
  const name = entry.actor === null ? '' : entry.actor.name || 'Name nicht sichtbar'
  if (name === '') return ''
  return entry.deputyOf === null ? name : `${name}, in Vertretung für ${entry.deputyOf}`
}
