import { formatDate } from '../../../platform/web/dates.ts'
import {
  specialCategoryLabels,
  dataCategoryLabels,
  type ConsentState,
  type SharingKind,
} from '../contract/codes.ts'
import type { ConsentSummary, ConsentView, TeamReader } from '../contract/consents.ts'

export const tones: Readonly<Record<ConsentState, 'neutral' | 'info' | 'success' | 'warning'>> = {
  draft: 'info',
  upcoming: 'info',
  valid: 'success',
  expired: 'neutral',
  withdrawn: 'neutral',
  ended: 'neutral',
}

export const articleOf: Readonly<Record<SharingKind, string>> = {
  consent: 'Die Einwilligung',
  secrecyRelease: 'Die Schweigepflichtentbindung',
}

export const recipientOf = (one: ConsentView): string => one.recipient.label ?? 'Andere Stelle'

/** „gültig bis 20.11.2027“, „abgelaufen am …“: the state with the date that matters. */
export function stateSentence(one: ConsentView): string {
  switch (one.state) {
    case 'draft':
      return 'Entwurf, noch nicht erteilt'
    case 'upcoming':
      return `gilt ab ${formatDate(one.validFrom)}`
    case 'valid':
      return `gültig bis ${formatDate(one.validTo)}`
    case 'expired':
      return `abgelaufen am ${formatDate(one.validTo)}`
    case 'withdrawn':
      return `widerrufen am ${formatDate(one.withdrawnOn ?? one.validTo)}`
    case 'ended':
      return `beendet mit dem Fall am ${formatDate(one.endedOn ?? one.validTo)}`
  }
}

/** Kinds of data in one line; special categories last and named. */
export const dataSentence = (one: ConsentView): string =>
  [
    ...one.dataCategories.map((key) => dataCategoryLabels[key]),
    ...one.specialCategories.map((key) => `besonders geschützt: ${specialCategoryLabels[key]}`),
  ].join('; ')

/** What a withdrawal closes, before it is done. */
export function closesSentence(one: ConsentView, readers: readonly TeamReader[]): string {
  if (one.recipient.kind === 'kimTeam' && one.kind === 'consent') {
    if (readers.length === 0) return 'Das KIM-Team kann die Akte danach nicht mehr lesen und nicht vertreten.'
    return `Diese Personen können die Akte danach nicht mehr lesen: ${readers.map(readerName).join('; ')}.`
  }
  const recipient = recipientOf(one)
  switch (one.direction) {
    case 'toRecipient':
      return `Ab sofort darf an „${recipient}“ nichts mehr weitergegeben werden.`
    case 'fromRecipient':
      return `Ab sofort darf „${recipient}“ uns nichts mehr sagen, und wir dürfen nicht mehr fragen.`
    case 'mutual':
      return `Ab sofort darf mit „${recipient}“ nicht mehr über die Person gesprochen werden, in keine Richtung.`
  }
}

export const readerName = (reader: TeamReader): string =>
  reader.organisation === null ? reader.name : `${reader.name} (${reader.organisation})`

/** „3 von 4 gültig“ and what is to be done about it. */
export function summarySentences({ valid, total, runsOut, drafts }: ConsentSummary): string[] {
  return [
    total === 0 ? 'Noch keine Einwilligung erteilt.' : `${valid} von ${total} gültig`,
    ...(runsOut > 0 ? [runsOut === 1 ? 'Eine läuft bald ab.' : `${runsOut} laufen bald ab.`] : []),
    ...(drafts > 0 ? [drafts === 1 ? 'Ein Entwurf ist offen.' : `${drafts} Entwürfe sind offen.`] : []),
  ]
}

/** By recipient, in the order of the newest of each; within a recipient as given. */
export function byRecipient(rows: readonly ConsentView[]): [recipient: string, rows: ConsentView[]][] {
  const newest = rows.toSorted((a, b) => (a.id < b.id ? 1 : -1))
  return [...Map.groupBy(newest, recipientOf)]
}
