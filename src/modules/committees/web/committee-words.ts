import { formatDate } from '../../../platform/web/dates.ts'
import type { CommitteeRow } from '../contract/committees.ts'

export const committeeKindWords: Readonly<Record<CommitteeRow['kind'], string>> = {
  steeringGroup: 'Lenkungsgruppe',
  coordinationGroup: 'Koordinierungsgruppe',
  projectGroup: 'Projektgruppe',
  workingGroup: 'Arbeitsgruppe',
  teamMeeting: 'Teambesprechung',
  staffMeeting: 'Dienstbesprechung',
  peerConsultation: 'Kollegiale Beratung',
  localConference: 'Lokale Fachkonferenz',
  exchange: 'Austausch',
}

export const authorityWords = {
  deciding: 'entscheidet',
  advisory: 'berät',
  operative: 'arbeitet operativ',
} as const
export const seatRoleWords = {
  chair: 'Vorsitz',
  deputyChair: 'Stellvertretung im Vorsitz',
  member: 'Mitglied',
  guest: 'Gast',
  moderation: 'Moderation',
} as const
export const successionWords = {
  office: 'wechselt mit dem Amt',
  election: 'wechselt mit der Wahl',
  delegation: 'wird entsandt',
} as const

/** „seit 12 Tagen überfällig“; empty where nothing is late. */
export const overdueWords = (days: number | null): string =>
  days === null || days === 0 ? '' : days === 1 ? 'seit 1 Tag überfällig' : `seit ${days} Tagen überfällig`

/** A date as exact as the source. */
export function vagueDate(text: string | null): string {
  if (text === null) return 'Datum unbekannt'
  if (text.length === 4) return text
  if (text.length === 7) return `${text.slice(5)}/${text.slice(0, 4)}`
  return formatDate(text)
}
