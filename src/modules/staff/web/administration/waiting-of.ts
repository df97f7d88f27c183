import type { AdministrationView } from '../../contract/administration.ts'

const one = (count: number, single: string, many: string) => (count === 1 ? single : `${count} ${many}`)

/** The numbers as sentences that lead to where each is put right; what is in order is left out. */
export function waitingOf(view: AdministrationView): { text: string; to: string }[] {
  const rows: [number | null, (count: number) => string, string][] = [
    [
      view.caseManagersWithoutOversight,
      (n) =>
        one(
          n,
          'Eine Person im Case Management hat keine Fachaufsicht',
          'Personen im Case Management haben keine Fachaufsicht',
        ),
      '/verwaltung/fachaufsicht',
    ],
    [
      view.usersWithoutRole,
      (n) => one(n, 'Ein aktives Konto hat keine Aufgabe', 'aktive Konten haben keine Aufgabe'),
      '/verwaltung/konten',
    ],
    [
      view.usersWithoutLogin,
      (n) => one(n, 'Eine Person kann sich noch nicht anmelden', 'Personen können sich noch nicht anmelden'),
      '/verwaltung/konten',
    ],
    [
      view.topicsWithoutOpinion,
      (n) =>
        one(
          n,
          'Zu einer Vorgabe fehlt die Stellungnahme des Datenschutzes',
          'Vorgaben warten auf die Stellungnahme des Datenschutzes',
        ),
      '/verwaltung/datenschutz',
    ],
    [
      view.employersWithoutStaffDataBasis,
      (n) =>
        one(
          n,
          'Für einen Anstellungsträger ist keine Vereinbarung zu Beschäftigtendaten eingetragen',
          'Anstellungsträger ohne eingetragene Vereinbarung zu Beschäftigtendaten',
        ),
      '/verwaltung/datenschutz',
    ],
    [
      view.unconfirmedDefaults,
      (n) =>
        one(
          n,
          'Ein Wert ist eine Vorgabe des Programms, die noch niemand bestätigt hat',
          'Werte sind Vorgaben des Programms, die noch niemand bestätigt hat',
        ),
      '/verwaltung/kataloge',
    ],
  ]
  return rows.flatMap(([count, text, to]) => (count ? [{ text: text(count), to }] : []))
}
