import type { AdministrationView } from '../../contract/administration.ts'

const one = (count: number, single: string, many: string) => (count === 1 ? single : `${count} ${many}`)

type Counted = {
  [K in keyof AdministrationView]: AdministrationView[K] extends number | null ? K : never
}[keyof AdministrationView]

/** The numbers as sentences that lead to where each is put right; what is in order is left out. */
export function waitingOf(view: AdministrationView): { text: string; to: string }[] {
  return sentences.flatMap(([key, text, to]) => (view[key] ? [{ text: text(view[key]), to }] : []))
}

/** Which number, its sentence, and the page where it is put right. */
const sentences: [Counted, (count: number) => string, string][] = [
  [
    'caseManagersWithoutOversight',
    (n) =>
      one(
        n,
        'Eine Person im Case Management hat keine Fachaufsicht',
        'Personen im Case Management haben keine Fachaufsicht',
      ),
    '/verwaltung/fachaufsicht',
  ],
  [
    'usersWithoutRole',
    (n) => one(n, 'Ein aktives Konto hat keine Aufgabe', 'aktive Konten haben keine Aufgabe'),
    '/verwaltung/konten',
  ],
  [
    'usersWithoutLogin',
    (n) => one(n, 'Eine Person kann sich noch nicht anmelden', 'Personen können sich noch nicht anmelden'),
    '/verwaltung/konten',
  ],
  [
    'topicsWithoutOpinion',
    (n) =>
      one(
        n,
        'Zu einer Vorgabe fehlt die Stellungnahme des Datenschutzes',
        'Vorgaben warten auf die Stellungnahme des Datenschutzes',
      ),
    '/verwaltung/datenschutz',
  ],
  [
    'employersWithoutStaffDataBasis',
    (n) =>
      one(
        n,
        'Für einen Anstellungsträger ist keine Vereinbarung zu Beschäftigtendaten eingetragen',
        'Anstellungsträger ohne eingetragene Vereinbarung zu Beschäftigtendaten',
      ),
    '/verwaltung/datenschutz',
  ],
  [
    'unconfirmedDefaults',
    (n) =>
      one(
        n,
        'Ein Wert ist eine Vorgabe des Programms, die noch niemand bestätigt hat',
        'Werte sind Vorgaben des Programms, die noch niemand bestätigt hat',
      ),
    '/verwaltung/kataloge',
  ],
  [
    'openDifferences',
    (n) =>
      one(
        n,
        'Die Datei des Kreises sagt zu einem geänderten Eintrag etwas Neues',
        'geänderte Einträge, zu denen die Datei des Kreises etwas Neues sagt',
      ),
    '/verwaltung/abweichungen',
  ],
]
