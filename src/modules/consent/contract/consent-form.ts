import type { ConsentElement } from './codes.ts'

/** Version of the fixed sentences below; stored with each consent. Change it whenever a sentence changes. */
export const textVersion = 'de-2026-11'

/** What the form proposes; the case manager fits it to the single case. */
export const proposedRefusal =
  'Wenn Sie nicht einwilligen, beraten wir Sie trotzdem weiter. Wir geben dann nichts an diese Stelle weiter. Manche Wege müssen Sie dann selbst gehen.'

/** Read to the client before anything is signed. */
export const fixedSentences = {
  voluntary:
    'Sie entscheiden selbst. Die Beratung hängt nicht davon ab: Wir beraten Sie auch, wenn Sie Nein sagen.',
  withdrawal:
    'Sie können jederzeit Nein sagen, auch später, ohne Grund und auf jedem Weg. Das gilt dann sofort. Was bis dahin weitergegeben wurde, bleibt erlaubt.',
  limited: 'Es gilt nur für diese Stelle, diesen Zweck und diese Zeit.',
  residence:
    'Die Ausländerbehörde kann auch gegen Sie entscheiden. Was sie einmal weiß, kann sie nicht vergessen.',
} as const

/** What each element means, in words to read out. */
export const explanations = {
  person: 'Um wessen Angaben es geht. Jede erwachsene Person entscheidet nur für sich.',
  guardian:
    'Für Kinder entscheiden die Eltern oder wer das Sorgerecht hat. Wer es schon versteht, wird selbst gefragt.',
  recipient: 'Wer die Angaben bekommt: genau diese Abteilung, nicht das ganze Amt.',
  kimTeam:
    'Das Team vertritt sich gegenseitig, und die Koordination begleitet die Arbeit fachlich. Sie kann dann die ganze Akte lesen.',
  direction: 'In welche Richtung gesprochen werden darf.',
  purposes: 'Wofür die Angaben gebraucht werden. Für nichts anderes dürfen sie benutzt werden.',
  lifeDomains: 'Um welche Bereiche Ihres Lebens es geht.',
  dataCategories: 'Welche Angaben das sind. Was hier nicht steht, bleibt bei uns.',
  specialCategories:
    'Besonders geschützte Angaben. Nur ankreuzen, wenn es ohne sie nicht geht; sonst werden sie nie weitergegeben.',
  period: 'Wie lange es gilt. Danach endet es von selbst.',
  refusalConsequence: 'Was geschieht, wenn Sie Nein sagen.',
  secrecyRelease:
    'Wer Sie berät oder behandelt, darf über Sie nicht sprechen (§ 203 Strafgesetzbuch). Hiermit erlauben Sie es, nur für diesen Zweck.',
} as const

/** The field of the form that an element belongs to. */
export const fieldOfElement: Readonly<Record<ConsentElement, string>> = {
  recipientUnit: 'unitId',
  recipientName: 'recipientName',
  purposes: 'purposes',
  purpose: 'purpose',
  purposeVague: 'purpose',
  lifeDomains: 'lifeDomains',
  dataCategories: 'dataCategories',
  healthNotNamed: 'specialCategories',
  refusalConsequence: 'refusalConsequence',
  periodOver: 'validTo',
}
