type Raw = Record<string, unknown>
type Path = (string | number)[]

/** What `districtFaults` lends: how it reads raw content, and its own checks. */
interface Tools {
  readonly records: (value: unknown) => Raw[]
  readonly texts: (value: unknown) => [string, number][]
  readonly unique: (entries: Raw[], path: Path) => void
  readonly provenance: (entry: Raw, path: Path) => void
  readonly organisation: (value: unknown, path: Path) => void
  readonly unit: (value: unknown, path: Path) => void
  readonly report: (path: Path, message: string) => void
}

const lists = [
  'documents',
  'mandatoryContents',
  'goals',
  'milestones',
  'activities',
  'interfaceTalks',
  'taskLists',
]

/** Of the section `programme`: keys twice, facts without source, contents and partners nobody knows. */
export function programmeFaults(programme: Raw, tools: Tools): void {
  const { records, texts, report } = tools
  for (const list of lists) {
    const entries = records(programme[list])
    tools.unique(entries, ['programme', list])
    for (const [i, entry] of entries.entries()) tools.provenance(entry, ['programme', list, i])
  }
  const contents = new Set(records(programme['mandatoryContents']).map((entry) => entry['key']))
  for (const [i, document] of records(programme['documents']).entries())
    for (const [key, j] of texts(document['contents']))
      if (!contents.has(key))
        report(
          ['programme', 'documents', i, 'contents', j],
          `Den Pflichtinhalt „${key}“ gibt es unter „mandatoryContents“ nicht.`,
        )
  for (const [i, rule] of records(programme['interfaceTalks']).entries())
    for (const [j, partner] of records(rule['partners']).entries()) {
      const at: Path = ['programme', 'interfaceTalks', i, 'partners', j]
      tools.organisation(partner['organisation'], [...at, 'organisation'])
      tools.unit(partner['unit'], [...at, 'unit'])
    }
  for (const [i, list] of records(programme['taskLists']).entries())
    tools.unique(records(list['tasks']), ['programme', 'taskLists', i, 'tasks'])
}
