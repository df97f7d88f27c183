import type { PlainDate } from '../../../platform/contract/dates.ts'
import type {
  ConsentElement,
  ConsentPurpose,
  DataCategory,
  RecipientKind,
  SpecialCategory,
} from '../contract/codes.ts'

export interface ConsentContents {
  readonly recipientKind: RecipientKind
  /** The organisation has units to choose from. */
  readonly recipientHasUnits: boolean
  readonly unitId: string | null
  readonly recipientName: string | null
  readonly purposes: readonly ConsentPurpose[]
  readonly purpose: string | null
  readonly lifeDomains: readonly string[]
  readonly dataCategories: readonly DataCategory[]
  readonly specialCategories: readonly SpecialCategory[]
  readonly refusalConsequence: string | null
  readonly validTo: PlainDate
}

/**
 * What the text does not name yet, in the order of the form. Source: § 67b Abs. 2 SGB X and Art. 4 Nr. 11, Art. 7 and
 * Art. 9 GDPR: concrete purpose, named recipient, kind of data, single case, consequence of a refusal, special
 * categories expressly.
 */
export function missingElements(consent: ConsentContents, today: PlainDate): ConsentElement[] {
  const team = consent.recipientKind === 'kimTeam'
  const checks: [ConsentElement, boolean][] = [
    ['recipientUnit', consent.recipientHasUnits && consent.unitId === null],
    ['recipientName', consent.recipientKind === 'other' && blank(consent.recipientName)],
    ['purposes', consent.purposes.length === 0],
    ['purpose', blank(consent.purpose)],
    ['purposeVague', !blank(consent.purpose) && isVaguePurpose(consent.purpose!)],
    // The KIM team works with the whole file.
    ['lifeDomains', !team && consent.lifeDomains.length === 0],
    ['dataCategories', consent.dataCategories.length + consent.specialCategories.length === 0],
    ['healthNotNamed', consent.purposes.includes('health') && !consent.specialCategories.includes('health')],
    ['refusalConsequence', blank(consent.refusalConsequence)],
    ['periodOver', consent.validTo < today],
  ]
  return checks.filter(([, missing]) => missing).map(([element]) => element)
}

const blank = (text: string | null): boolean => text === null || text.trim() === ''

/** Words that name no purpose, alone or together ("Aufgabenerledigung" is void: SGB X § 67b Abs. 2, practice). */
const empty =
  /\b(allen?|alles|aller|allgemeine?[nrms]?|aufgaben?|aufgabenerledigung|aufgabenerfüllung|auch|auskunft|auskünfte|austausch|bedarf|bei|belange|beratung|betreuung|bezüglich|daten|datenaustausch|datenweitergabe|der|die|das|dem|den|des|dies\w*|ein|eine[rnms]?|erforderliche?[nrms]?|erfüllung|erledigung|etc|für|fall(es)?|fällen?|fallbearbeitung|gegebenenfalls|ggf|hilfe|im|in|information(en)?|informationsaustausch|integration|jeder|jeglich\w*|kim|klärung|kommunikation|mit|nach|notwendige?[nrms]?|nötig\w*|oder|rahmen|sämtlich\w*|siehe|soweit|sonstige?[nrms]?|und|unterstützung|usw|von|weitere?[nrms]?|weitergabe|weiterleitung|wie|zu|zum|zur|zusammenarbeit|zweck|zwecke|zwecken|angelegenheit(en)?|oben|unten|person|zuständige?n?|stellen?|behörden?|verarbeitung|immer|wenn|nutzung|case|management|klient(en|in|innen)?)\b/giu

/**
 * True when nothing remains of the wording once the words that name no purpose are taken away. A rule of thumb, not
 * a judgement: it catches "für alle Angelegenheiten", and lets "Wohngeldantrag vom November" pass.
 */
export function isVaguePurpose(wording: string): boolean {
  // `\b` knows ASCII letters only: umlauts become their two-letter form before the search, in the list as well.
  const plain = unaccented(wording.normalize('NFC').toLowerCase())
  const rest = plain.replaceAll(new RegExp(unaccented(empty.source), 'gu'), ' ')
  return (rest.match(/[\p{L}\p{N}]{3,}/gu) ?? []).length === 0
}

const unaccented = (text: string): string =>
  text.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss')
