import { germanDate, type PlainDate } from '../../../platform/contract/dates.ts'
import {
  dataCategoryLabels,
  sharingKindLabels,
  specialCategoryLabels,
  type SharingKind,
} from '../../consent/index.ts'
import { receivedKindLabels, type WithdrawalView } from '../contract/withdrawals.ts'

export interface LetterFacts extends Pick<
  WithdrawalView,
  'kind' | 'person' | 'recipient' | 'withdrawnOn' | 'received'
> {
  readonly district: string
  readonly sender: string
  readonly contact: string | null
  readonly today: PlainDate
}

/** What `withdrawal-letter.typ` prints. */
export interface WithdrawalLetter {
  readonly title: string
  readonly district: string
  readonly recipient: string
  readonly date: string
  readonly paragraphs: readonly string[]
  readonly header: readonly string[]
  readonly rows: readonly (readonly string[])[]
  readonly closing: readonly string[]
  readonly sender: string
  readonly contact: string
}

const withdrew: Readonly<Record<SharingKind, string>> = {
  consent: 'hat die Einwilligung widerrufen, Ihrer Stelle Angaben zu geben',
  secrecyRelease: 'hat die Entbindung von der Schweigepflicht gegenüber Ihrer Stelle widerrufen',
}

/**
 * The letter to the recipient: who withdrew, since when, what was passed on and what follows. The name stands in it only
 * when the recipient has been told the identity; no concern, no other recipient, no reason (Art. 7(3), 17, 19 GDPR).
 */
export function withdrawalLetter(facts: LetterFacts): WithdrawalLetter {
  const named = facts.received.some((one) => one.dataCategories.includes('identity'))
  const who = named && facts.person !== null ? facts.person : 'Eine Person, die wir an Sie verwiesen haben,'
  return {
    title: `Widerruf einer ${sharingKindLabels[facts.kind]}`,
    district: facts.district,
    recipient: facts.recipient ?? '',
    date: germanDate(facts.today),
    paragraphs: [
      'Guten Tag,',
      `${who} ${withdrew[facts.kind]}. Der Widerruf gilt seit dem ${germanDate(facts.withdrawnOn)}. Einen Grund muss niemand nennen.`,
      facts.received.length === 0
        ? 'Nach unseren Aufzeichnungen haben Sie dazu nichts von uns erhalten.'
        : 'Bis dahin haben Sie von uns dies erhalten; das bleibt rechtmäßig:',
    ],
    header: ['Am', 'Was', 'Art der Angaben'],
    rows: facts.received.map((one) => [germanDate(one.onDate), whatOf(one), dataOf(one)]),
    closing: [
      'Wir geben Ihnen ab jetzt nichts mehr weiter und können mit Ihnen nicht mehr über die Person sprechen.',
      ...(facts.received.some((one) => one.kind === 'disclosure')
        ? [
            'Eine Übermittlung ohne Einwilligung beruhte auf einer gesetzlichen Grundlage; der Widerruf ändert daran nichts.',
          ]
        : []),
      'Bitte prüfen Sie, ob Sie die Angaben für eine eigene gesetzliche Aufgabe noch brauchen. Wenn nicht, löschen Sie sie bitte (Art. 17 DSGVO). Haben Sie sie weitergegeben, sagen Sie es bitte auch dort (Art. 19 DSGVO).',
    ],
    sender: facts.sender,
    contact: facts.contact ?? '',
  }
}

const whatOf = (one: WithdrawalView['received'][number]): string => {
  const name = one.title === null ? '' : `: ${one.title}`
  const documents = one.documents?.length ? ` mit Kopien von: ${one.documents.join('; ')}` : ''
  return `${receivedKindLabels[one.kind]!}${name}${documents}`
}

const dataOf = (one: WithdrawalView['received'][number]): string =>
  [
    ...one.dataCategories.map((key) => dataCategoryLabels[key]),
    ...one.specialCategories.map((key) => specialCategoryLabels[key]),
  ].join('; ')

/** Why a letter cannot be settled again. */
export const whyNotSettleable = (state: WithdrawalView['state']): 'letterAlreadySettled' | null =>
  state === 'drafted' ? null : 'letterAlreadySettled'
