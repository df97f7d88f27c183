import type { MarkKind } from '../contract/marks.ts'
import { originWords } from './origin-words.ts'

export interface TextPattern {
  readonly kind: MarkKind
  readonly severity: 'stop' | 'check'
  readonly pattern: RegExp
}

// A word with a capital first letter, also two joined by a hyphen.
// Every repetition is bounded, so that no text makes a pattern run away.
const Name = String.raw`\p{Lu}[\p{L}'’]{1,40}(?:-\p{Lu}[\p{L}'’]{1,40}){0,4}`
const start = String.raw`(?<![\p{L}\p{N}])`
const end = String.raw`(?![\p{L}\p{N}])`
const months =
  'Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Jan|Feb|Mrz|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez'
const offices =
  'Sachbearbeiter|Sachbearbeiterin|Teamleiter|Teamleiterin|Amtsleiter|Amtsleiterin|Fallmanager|Fallmanagerin|Vermittler|Vermittlerin|Lehrer|Lehrerin|Klassenlehrer|Klassenlehrerin|Schulleiter|Schulleiterin|Richter|Richterin|Anwalt|Anwältin|Rechtsanwalt|Rechtsanwältin|Bürgermeister|Bürgermeisterin|Betreuer|Betreuerin|Dolmetscher|Dolmetscherin|Kollege|Kollegin|Mitarbeiter|Mitarbeiterin'

const rule = (kind: MarkKind, severity: 'stop' | 'check', source: string, flags = 'gu'): TextPattern => ({
  kind,
  severity,
  pattern: new RegExp(source, flags),
})

/** In this order: where two overlap, the first that stops counts. */
export const textPatterns: readonly TextPattern[] = [
  rule('contact', 'stop', String.raw`[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,60}){1,5}`),
  rule('contact', 'stop', String.raw`(?:https?:\/\/|www\.)\S+`),
  rule(
    'birth',
    'stop',
    String.raw`${start}(?:geb(?:oren)?\.?(?: am| im)?|Geburts(?:datum|tag)|Jahrgang)[ :]*(?:\d[\d.\/ -]{0,10}\d|\d)`,
    'giu',
  ),
  rule('day', 'stop', String.raw`${start}\d{1,2}\.\s?\d{1,2}\.(?:\s?\d{2,4})?${end}`),
  rule('day', 'stop', String.raw`${start}\d{4}-\d{2}-\d{2}${end}`),
  rule('day', 'stop', String.raw`${start}\d{1,2}\/\d{1,2}\/\d{2,4}${end}`),
  rule('day', 'stop', String.raw`${start}\d{1,2}\.\s?(?:${months})${end}(?:\.?\s?\d{2,4})?`, 'giu'),
  rule(
    'address',
    'stop',
    String.raw`${start}\p{Lu}[\p{L}.-]{0,30}(?:[\s-]\p{Lu}[\p{L}.-]{0,30})?(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer)\s?\d+\s?[a-z]?${end}`,
  ),
  rule('address', 'stop', String.raw`${start}(?:Straße|Weg|Platz|Allee|Ring)\s\d+\s?[a-z]?${end}`),
  // „1.200 Euro“ and „80 %“ are amounts; everything else of five digits leads to somebody.
  rule('number', 'stop', String.raw`${start}\+\d[\d\s\/()-]{5,20}\d`),
  rule('number', 'stop', String.raw`${start}0\d{1,5}[\s\/-]{1,4}\d[\d\s\/-]{2,20}\d`),
  rule(
    'number',
    'stop',
    String.raw`(?<![\p{L}\p{N}.,])(?=(?:[\p{L}\/-]{0,6}\d){5})[\p{Lu}\d][\p{L}\d\/-]{4,60}(?!\s?(?:€|Euro|EUR))${end}`,
  ),
  rule(
    'number',
    'stop',
    String.raw`${start}(?:Az\.?|Aktenzeichen|BG-Nr\.?|AZR(?:-Nr\.?)?|Nr\.)[:\s]*(?=[\p{L}\/.-]{0,20}\d)[\p{L}\d][\p{L}\d\/.-]{1,40}`,
  ),
  rule('doctor', 'stop', String.raw`${start}(?:Dr\.?|Prof\.?)(?:\s(?:med|dent|jur|phil)\.){0,3}\s${Name}`),
  rule(
    'person',
    'stop',
    String.raw`${start}(?:Frau|Herrn?|Fr\.|Hr\.|Hrn\.|Familie|Fam\.)\s(?:(?:Dr|Prof)\.\s){0,3}${Name}`,
  ),
  rule('official', 'stop', String.raw`${start}(?:${offices})s?\s(?:${Name}|\p{Lu}\.)`),
  rule('initials', 'check', String.raw`${start}\p{Lu}\.\s?\p{Lu}\.`),
  rule('birth', 'check', String.raw`${start}\d{1,3}[\s-]?(?:jährige[rnms]?|Jahre\salt|J\.)${end}`, 'giu'),
  rule('doctor', 'check', String.raw`${start}(?:Praxis|Klinik|Klinikum|Krankenhaus|Hospital)\s${Name}`),
  rule('doctor', 'check', String.raw`${start}(?:St\.|Sankt)[\s-]${Name}(?:-(?:Hospital|Krankenhaus|Stift))?`),
  rule(
    'school',
    'check',
    String.raw`${start}(?:\p{Lu}[\p{L}-]{0,60}-(?:[Ss]chule|Gymnasium|Berufskolleg|Kita)|(?:Gesamt|Grund|Haupt|Real|Förder|Sekundar|Berufs)schule\s${Name}|(?:Gymnasium|Berufskolleg|Kita|Kindergarten)\s${Name})`,
  ),
  rule(
    'landlord',
    'check',
    String.raw`${start}(?:Vermieter(?:in)?|Hausverwaltung|Wohnungsbau(?:gesellschaft|genossenschaft)?|Firma|Fa\.|Arbeitgeber(?:in)?)\s${Name}`,
  ),
  rule(
    'landlord',
    'check',
    String.raw`${start}${Name}(?:\s${Name})?\s(?:GmbH|AG|KG|e\.\s?K\.|Immobilien|UG)${end}`,
  ),
  rule('month', 'check', String.raw`${start}(?:${months})\.?\s(?:19|20)\d{2}${end}`, 'giu'),
  rule('month', 'check', String.raw`${start}(?:19|20)\d{2}${end}`),
  rule('origin', 'check', String.raw`${start}${originWords}${end}`, 'giu'),
]
