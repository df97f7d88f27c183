/** What a request looks like for one person at work with one case. */
export interface Variant {
  readonly token: string
  readonly caseId: string
  readonly personId: string
  readonly contactKind: string
  readonly lifeDomain: string
  readonly today: string
  /** Name of the person, as somebody types it who leaves out accents and gets a letter wrong. */
  readonly typedName: { readonly familyName: string; readonly givenName: string }
  readonly birthYear: number | null
  /** Empty where no barriers were made. */
  readonly barrierId: string
  /** A theme that rests on thousands of barriers. */
  readonly themeId: string
}

export interface Measure {
  readonly key: string
  readonly label: string
  /** Budgets of architecture §7: share of pgbench's throughput where it asks for one, and p95 at 4 users in milliseconds. */
  readonly ratio?: number
  readonly p95: number
  /** How much p95 may grow to 500,000 cases in 54 tenants (`--large`). */
  readonly growth: number
  /** Weight in the mix of a working day; 0 stays out of it. */
  readonly share: number
  /** Needs barriers at structure level: they are made for it. */
  readonly barriers?: true
  readonly request: (variant: Variant) => { method: 'GET' | 'POST'; path: string; body?: string }
}

const note =
  'Die Klientin berichtet vom Gespräch mit der Vermieterin; die Unterlagen liegen vor. Sie fragt beim Jobcenter nach.'

export const measures: readonly Measure[] = [
  {
    key: 'list',
    growth: 1.3,
    share: 3,
    label: 'Fallliste, eigene Fälle, erste Seite',
    // Architecture: 0.6 (ADR 2026-11-28-share-of-the-list).
    ratio: 0.5,
    p95: 25,
    request: () => ({ method: 'GET', path: '/api/cases' }),
  },
  {
    key: 'open',
    growth: 1.3,
    share: 4,
    label: 'Fall öffnen',
    ratio: 0.5,
    p95: 30,
    request: ({ caseId }) => ({ method: 'GET', path: `/api/cases/${caseId}` }),
  },
  {
    key: 'contact',
    growth: 1.3,
    share: 1,
    label: 'Kontakt schreiben, mit Protokoll',
    ratio: 0.5,
    p95: 25,
    request: ({ caseId, personId, contactKind, lifeDomain, today }) => ({
      method: 'POST',
      path: `/api/cases/${caseId}/contacts`,
      body: JSON.stringify({
        onDate: today,
        kind: contactKind,
        topics: [lifeDomain],
        persons: [personId],
        mediator: 'none',
        note,
        minutes: 30,
        share: 'individual',
      }),
    }),
  },
  {
    key: 'day',
    growth: 2,
    share: 2,
    label: 'Mein Tag',
    p95: 60,
    request: () => ({ method: 'GET', path: '/api/day' }),
  },
  {
    key: 'search',
    label: 'Namenssuche, andere Schreibweise',
    ratio: 0.6,
    p95: 30,
    growth: 2,
    share: 2,
    request: ({ typedName }) => ({
      method: 'POST',
      path: '/api/search',
      body: JSON.stringify({ text: `${typedName.familyName} ${typedName.givenName}`, limit: 8 }),
    }),
  },
  {
    key: 'duplicates',
    label: 'Dublettenprüfung bei der Aufnahme',
    ratio: 0.6,
    p95: 50,
    growth: 2,
    share: 1,
    request: ({ typedName, birthYear }) => ({
      method: 'POST',
      path: '/api/persons/duplicates',
      body: JSON.stringify({
        ...typedName,
        birthDate: birthYear === null ? { precision: 'unknown' } : { precision: 'yearOnly', year: birthYear },
      }),
    }),
  },
  {
    key: 'barriers',
    label: 'Hürden: Stand, Matrix, Karte, Verlauf über 100.000',
    p95: 150,
    growth: 1.3,
    share: 0,
    barriers: true,
    request: () => ({ method: 'GET', path: '/api/barriers/overview?state=all' }),
  },
  {
    key: 'filtered',
    label: 'Hürden mit Filter (Art, alle Stände): Stand, Matrix, Karte, Verlauf',
    p95: 150,
    growth: 1.3,
    share: 0,
    barriers: true,
    request: () => ({ method: 'GET', path: '/api/barriers/overview?state=all&kind=interface' }),
  },
  {
    key: 'searched',
    label: 'Hürden nach einem Wort, erste Seite',
    p95: 150,
    growth: 1.3,
    share: 0,
    barriers: true,
    request: () => ({ method: 'GET', path: '/api/barriers?state=all&search=Kurs' }),
  },
  {
    key: 'theme',
    label: 'Seite eines Themas mit 5.000 Hürden, unter 100.000',
    p95: 150,
    growth: 1.3,
    share: 0,
    barriers: true,
    request: ({ themeId }) => ({ method: 'GET', path: `/api/themes/${themeId}` }),
  },
  {
    key: 'similar',
    label: 'Gleichgelagerte Hürden zu einer, unter 100.000',
    p95: 200,
    growth: 1.3,
    share: 0,
    barriers: true,
    request: ({ barrierId }) => ({ method: 'GET', path: `/api/barriers/${barrierId}/similar` }),
  },
]
