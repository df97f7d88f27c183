import { LANGUAGES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import { formatDate } from '../../../platform/web/dates.ts'
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
import type { CatalogueKind } from '../../tenancy/index.ts'
import type { TimelineEntry, TimelineKind } from '../index.ts'

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
}

/** The label of an entry of the district's lists. */
export type CatalogueLabel = (kind: CatalogueKind, key: string) => string

type Facts = TimelineEntry['facts']
type Words = (facts: Facts, label: CatalogueLabel) => string

const said = (facts: Facts, key: string): string => {
  const value = facts[key]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}
const day = (facts: Facts, key: string): string => {
  const value = said(facts, key)
  return value === '' ? '' : formatDate(value)
}
const among = (labels: Readonly<Record<string, string>>, key: string): string => labels[key] ?? key
const joined = (...parts: string[]): string => parts.filter((part) => part !== '').join(' · ')

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

const recipient = (facts: Facts): string => {
  if (said(facts, 'recipientKind') === 'kimTeam') return 'KIM-Team'
  return said(facts, 'organisation') || 'andere Stelle'
}
const object = (facts: Facts) => `${among(objects, said(facts, 'object'))}: ${recipient(facts)}`
const withReason = (sentence: string, reason: string) =>
  reason === '' ? sentence : `${sentence} (${reason})`
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
    said(facts, 'waitsFor') === '' ? '' : `wartet auf ${said(facts, 'waitsFor')}`,
  )
}

/** The German sentence of an event; an event it does not know is named by its kind, never hidden. */
const sentences: Readonly<Record<string, Words>> = {
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

export const sentenceOf = (
  entry: Pick<TimelineEntry, 'kind' | 'event' | 'facts'>,
  label: CatalogueLabel,
): string => sentences[`${entry.kind}.${entry.event}`]?.(entry.facts, label) ?? kindLabels[entry.kind]

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
