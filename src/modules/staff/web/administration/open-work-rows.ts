import type { OpenWork } from '../../contract/users.ts'

export interface OpenWorkRow {
  readonly key: string
  readonly what: string
  readonly how: string
  /** What the administration can put back itself. */
  readonly release?:
    | 'requests'
    | 'tasks'
    | 'deputies'
    | 'oversight'
    | 'disclosures'
    | 'actionItems'
    | 'reconstructions'
  readonly action?: string
}

const counted = (count: number, one: string, many: string) => (count === 1 ? `1 ${one}` : `${count} ${many}`)

/** What only a handover, one by one or together, moves to somebody else. */
const caseRow = ({ openCases, agreementDrafts }: OpenWork) => ({
  key: 'cases',
  count: openCases,
  what: counted(openCases, 'offener Fall', 'offene Fälle'),
  how:
    agreementDrafts > 0
      ? `Werden einzeln oder gemeinsam übergeben, samt ${counted(agreementDrafts, 'nicht unterschriebener Vereinbarung', 'nicht unterschriebenen Vereinbarungen')}.`
      : 'Werden einzeln oder gemeinsam an eine andere Person übergeben.',
})

/** Restricted ones too: whoever takes them over can reopen them. */
const closedRow = ({ closedCases }: OpenWork) => ({
  key: 'closedCases',
  count: closedCases,
  what: counted(closedCases, 'abgeschlossene Akte', 'abgeschlossene Akten'),
  how: 'Werden gemeinsam übergeben. Sonst könnte sie niemand mehr wieder aufnehmen.',
})

const released = (work: OpenWork) => [
  {
    key: 'requests',
    count: work.openRequests,
    what: counted(work.openRequests, 'offene Anfrage', 'offene Anfragen'),
    how: 'Kommen mit ihrem Alter zurück in die Warteschlange des Standorts.',
    release: 'requests' as const,
    action: 'In die Warteschlange',
  },
  {
    key: 'tasks',
    count: work.openTasks,
    what: counted(work.openTasks, 'offene Aufgabe', 'offene Aufgaben'),
    how: 'Gehen an die Zuständigen der Fälle oder an die, die sie aufgetragen haben. Eigene Merkzettel entfallen.',
    release: 'tasks' as const,
    action: 'Zurückgeben',
  },
  {
    key: 'deputies',
    count: work.standingIn + work.stoodInFor,
    what: counted(work.standingIn + work.stoodInFor, 'Vertretung', 'Vertretungen'),
    how: 'Enden; die anderen werden benachrichtigt und richten eine neue ein.',
    release: 'deputies' as const,
    action: 'Beenden',
  },
  {
    key: 'oversight',
    count: work.oversees,
    what: `Fachaufsicht über ${counted(work.oversees, 'Person', 'Personen')}`,
    how: 'Endet. Richten Sie vorher eine neue Fachaufsicht ein, sonst sind diese Personen ohne.',
    release: 'oversight' as const,
    action: 'Beenden',
  },
]

const returned = (work: OpenWork) => [
  {
    key: 'disclosures',
    count: work.askedDisclosures,
    what: counted(work.askedDisclosures, 'Frage als zweite Person', 'Fragen als zweite Person'),
    how: 'Am besten antwortet die Person noch. Sonst geht die Frage zurück; wer gefragt hat, wird sofort benachrichtigt und fragt jemand anderen.',
    release: 'disclosures' as const,
    action: 'Zurückgeben',
  },
  {
    key: 'actionItems',
    count: work.actionItems,
    what: counted(work.actionItems, 'Arbeitsauftrag eines Gremiums', 'Arbeitsaufträge von Gremien'),
    how: 'Bleiben mit der genannten Funktion auf der Liste des Gremiums. Dort wird jemand Neues eingetragen.',
    release: 'actionItems' as const,
    action: 'Vom Konto lösen',
  },
  {
    key: 'reconstructions',
    count: work.reconstructions,
    what: counted(work.reconstructions, 'Fallrekonstruktion', 'Fallrekonstruktionen'),
    how: 'Stehen danach ohne Moderation; die Koordination führt sie weiter.',
    release: 'reconstructions' as const,
    action: 'Moderation lösen',
  },
]

const draftRow = ({ drafts }: OpenWork) => ({
  key: 'drafts',
  count: drafts,
  what: counted(drafts, 'angefangene Eingabe', 'angefangene Eingaben'),
  how: 'Werden beim Stilllegen gelöscht. Die Person kann sie vorher fertigstellen.',
})

/** One line for everything that waits; what is empty has none. */
export function openWorkRows(work: OpenWork): OpenWorkRow[] {
  return [caseRow(work), closedRow(work), ...released(work), ...returned(work), draftRow(work)]
    .filter(({ count }) => count > 0)
    .map(({ count: _count, ...row }) => row)
}
