import { z } from 'zod'
import { closedList } from '../../../platform/contract/closed-list.ts'

/** Why a stretch of free text was marked. */
const kind = closedList('GateMarkKind', {
  ownName: 'Name aus dem Fall',
  likeOwnName: 'klingt wie ein Name aus dem Fall',
  person: 'Name einer Person',
  official: 'Name einer Fachkraft oder Amtsperson',
  doctor: 'Name einer Ärztin oder eines Arztes, einer Praxis oder Klinik',
  school: 'Name einer Schule oder Kita',
  landlord: 'Name einer Vermieterin, eines Vermieters oder Unternehmens',
  initials: 'Namenskürzel',
  day: 'genaues Datum',
  month: 'Monat oder Jahrgang',
  birth: 'Geburtsdatum oder Alter',
  number: 'Telefon-, Akten- oder andere Nummer',
  contact: 'E-Mail-Adresse oder Internetadresse',
  address: 'Anschrift',
  origin: 'Herkunft oder Staatsangehörigkeit',
})
export const MarkKind = kind.schema
export type MarkKind = z.infer<typeof MarkKind>
export const markKindLabels = kind.labels

/** What to do about it, one sentence each. */
export const markAdvice: Readonly<Record<MarkKind, string>> = {
  ownName: 'So heißt jemand aus dem Fall. Schreiben Sie „die Person“, „die Familie“ oder „ein Kind“.',
  likeOwnName: 'Das ist fast ein Name aus dem Fall. Ist es ein anderes Wort, bestätigen Sie das.',
  person: 'Namen von Personen verlassen den Fall nicht. Nennen Sie die Rolle, zum Beispiel „die Schwester“.',
  official:
    'Fachkräfte und Amtspersonen werden nicht genannt. Nennen Sie die Stelle; Zahlen zu einzelnen Personen gibt es nie.',
  doctor: 'Nennen Sie die Fachrichtung, zum Beispiel „eine Kinderarztpraxis“.',
  school: 'Nennen Sie die Schulform, zum Beispiel „eine Gesamtschule“.',
  landlord: 'Schreiben Sie „der Vermieter“ oder „der Arbeitgeber“.',
  initials: 'Kürzel und Ort zusammen verraten eine Person.',
  day: 'Ein genauer Tag führt zur Akte zurück. Schreiben Sie zum Beispiel „im Frühjahr“ oder „nach vier Wochen“.',
  month: 'Die Zeit wird gröber genannt als hier. Ist die Angabe nötig, bestätigen Sie das.',
  birth: 'Alter und Geburtsdatum können Sie als Altersgruppe hinzufügen; im Text verraten sie die Person.',
  number: 'Nummern verlassen den Fall nicht.',
  contact: 'Adressen verlassen den Fall nicht.',
  address: 'Anschriften verlassen den Fall nicht.',
  origin:
    'In einer kleinen Gemeinde ist eine seltene Herkunft erkennbar. Fügen Sie sie als Merkmal hinzu: Dann prüft das Programm, ob genügend Fälle sie teilen.',
}

export const GateMark = z
  .object({
    field: z.string(),
    from: z.int(),
    to: z.int(),
    text: z.string(),
    kind: MarkKind,
    /** `stop`: has to go. `check`: may stay when a person confirms that it tells nobody's identity. */
    severity: z.enum(['stop', 'check']),
  })
  .meta({ id: 'GateMark' })
export type GateMark = z.infer<typeof GateMark>
