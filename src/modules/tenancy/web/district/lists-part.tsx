import type { ReactElement } from 'react'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import type { CatalogueEntry } from '../../contract/catalogue-entry.ts'
import type { CatalogueKind } from '../../contract/district/catalogues.ts'
import type { TenancyOverview } from '../../contract/overview.ts'
import { formatVague, listNames, phases } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import type { DistrictPart } from './district-part.ts'
import type { Names } from './names.ts'

const kinds: readonly CatalogueKind[] = [
  'targetGroup',
  'targetGap',
  'intensity',
  'entryRoute',
  'lifeDomain',
  'contactKind',
  'activityType',
  'closureReason',
  'linkedProgramme',
]

/** How the district works: for whom, on which ways, how intensely, over which domains (R008, R040–R042, R050, R052). */
export function ListsPart(part: DistrictPart): ReactElement {
  return (
    <div className="lt-stack">
      {kinds.map((kind) => (
        <DistrictList key={kind} kind={kind} {...part} />
      ))}
      <Scale scale={part.district.assessmentScale} />
    </div>
  )
}

/** One list with where it comes from as a whole, and each entry with what is its own. */
export function DistrictList({
  kind,
  district,
  catalogues,
  names,
}: DistrictPart & { kind: CatalogueKind }): ReactElement {
  const whole = district.lists.find((list) => list.kind === kind)
  const entries = (catalogues[kind] ?? []).filter((entry) => entry.active)
  return (
    <Card title={listNames[kind]}>
      {whole && <FactSource fact={whole} />}
      {entries.length === 0 && <p className="kern-body">Das Konzept nennt hier nichts.</p>}
      <ul className="district-list">
        {entries.map((entry) => (
          <li key={entry.id}>
            <strong>{entry.label}</strong>{' '}
            {entry.settings['locked'] === true && (
              <Badge icon="lock">gesperrt, bis die Grundlage vermerkt ist</Badge>
            )}
            {entry.definition && <div>{entry.definition}</div>}
            <Details entry={entry} names={names} />
            <FactSource fact={ownFact(entry, whole)} />
          </li>
        ))}
      </ul>
    </Card>
  )
}

/** What an entry shares with its list is said once, above. */
const ownFact = (entry: CatalogueEntry, whole: TenancyOverview['lists'][number] | undefined) => ({
  source: entry.source === whole?.source ? null : entry.source,
  isDefault: entry.isDefault && whole?.default !== true,
  remark: entry.remark,
  assumed: entry.assumed,
  alternatives: entry.alternatives,
  edited: entry.edited,
})

function Details({ entry, names }: { entry: CatalogueEntry; names: Names }): ReactElement | null {
  const lines = detailsOf(entry, names)
  if (lines.length === 0) return null
  return <div className="kern-body--small">{lines.join(' · ')}</div>
}

const listOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []
const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** The settings of an entry in words; what the kind does not have is left out. */
export function detailsOf({ settings, validFrom }: CatalogueEntry, names: Names): string[] {
  const municipalities = settings['municipalities']
  const optional = listOf(settings['optionalPhases'])
  const steps = listOf(settings['phases']).map((phase) => phases[phase as keyof typeof phases] ?? phase)
  const organisation = textOf(settings['organisation'])
  const [from, to] = [textOf(settings['from']), textOf(settings['to'])]
  const signedOn = textOf(settings['signedOn'])
  return [
    municipalities === 'all' && 'im ganzen Kreis',
    listOf(municipalities).map(names.municipalityByAgs).join(', '),
    typeof settings['version'] === 'number' && `Fassung ${settings['version']}`,
    validFrom && `gültig ab ${formatVague(validFrom)}`,
    steps.length > 0 && `Phasen: ${steps.join(' → ')}`,
    optional.length > 0 &&
      `möglich: ${optional.map((phase) => phases[phase as keyof typeof phases] ?? phase).join(', ')}`,
    settings['outreach'] === true && 'aufsuchend',
    organisation && names.organisationByKey(organisation),
    typeof settings['fte'] === 'number' && `${settings['fte']} Stellen`.replace('.', ','),
    from && `von ${formatVague(from)}`,
    to && `bis ${formatVague(to)}`,
    listOf(settings['parties']).length > 0 &&
      `Beteiligte: ${listOf(settings['parties']).map(names.organisationByKey).join(', ')}`,
    signedOn &&
      (signedOn === 'unknown'
        ? 'Tag der Unterschrift nicht bekannt'
        : `unterzeichnet am ${formatVague(signedOn)}`),
    listOf(settings['contents']).length > 0 && `Inhalte: ${listOf(settings['contents']).join('; ')}`,
    textOf(settings['body']),
    textOf(settings['date']) &&
      (settings['date'] === 'unknown' ? 'Datum nicht bekannt' : formatVague(String(settings['date']))),
    textOf(settings['reference']) && `Vorlage ${String(settings['reference'])}`,
  ].filter((line): line is string => typeof line === 'string' && line !== '')
}

function Scale({ scale }: { scale: TenancyOverview['assessmentScale'] }): ReactElement | null {
  if (!scale) return null
  return (
    <Card title="Skala im Assessment">
      <FactSource fact={scale} />
      <Table
        caption="Stufen und ihre Worte"
        hideCaption
        columns={[
          { key: 'value', header: 'Stufe', cell: (row) => row.value },
          { key: 'resource', header: 'Ressource', cell: (row) => row.resource },
          { key: 'need', header: 'Bedarf', cell: (row) => row.need },
          { key: 'clientView', header: 'Sicht der Ratsuchenden', cell: (row) => row.clientView },
        ]}
        rows={scale.steps}
        rowKey={(row) => String(row.value)}
      />
      {scale.withoutScaleAllowed && <p className="kern-body">Ein Assessment ohne Skala ist möglich.</p>}
    </Card>
  )
}
