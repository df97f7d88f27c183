import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import {
  organisationEntries,
  unitEntries,
  type OrganisationEntry,
  type UnitEntry,
} from '../../contract/administration/entries.ts'
import '../district/district.css'
import { organisationKinds, unitKinds } from '../district-words.ts'
import { ConfigurationPage } from './configuration-page.tsx'
import { EntryActions } from './entry-actions.tsx'
import { useEntryFilter } from './entry-filter.tsx'
import { hasEnded } from './entry-list.ts'
import { EntryOrigin, Period } from './entry-origin.tsx'
import { OrganisationForm } from './organisation-form.tsx'
import { UnitForm } from './unit-form.tsx'

type Open =
  | { kind: 'organisation'; entry?: OrganisationEntry }
  | { kind: 'unit'; organisationId: string; entry?: UnitEntry }
  | undefined

/** „Organisationen und Stellen“: who works with KIM, and which unit reads (R005, R018, R164). */
export function OrganisationsPage(): ReactElement {
  const [open, setOpen] = useState<Open>()
  const close = () => setOpen(undefined)
  return (
    <ConfigurationPage
      title="Organisationen und Stellen"
      intro="Wer mitliest, ist immer eine Stelle, nie die Behörde um sie herum."
      actions={
        <Button variant="primary" icon="add" onClick={() => setOpen({ kind: 'organisation' })}>
          Organisation anlegen
        </Button>
      }
    >
      {(configuration) => (
        <>
          <Organisations configuration={configuration} onOpen={setOpen} />
          <Dialog wide open={open !== undefined} onClose={close} title={titleOf(open)}>
            {open?.kind === 'organisation' && (
              <OrganisationForm configuration={configuration} entry={open.entry} onDone={close} />
            )}
            {open?.kind === 'unit' && (
              <UnitForm
                configuration={configuration}
                organisationId={open.organisationId}
                entry={open.entry}
                onDone={close}
              />
            )}
          </Dialog>
        </>
      )}
    </ConfigurationPage>
  )
}

function titleOf(open: Open): string {
  if (open?.kind === 'unit') return open.entry ? `Stelle: ${open.entry.label}` : 'Neue Stelle'
  return open?.entry ? `Organisation: ${open.entry.name}` : 'Neue Organisation'
}

interface ListProps {
  configuration: Configuration
  onOpen: (open: Open) => void
}

function Organisations({ configuration, onOpen }: ListProps): ReactElement {
  const { today, organisations, units, naming } = configuration
  const blockLabel = naming?.buildingBlock.label ?? 'Baustein'
  const unitsOf = (id: string) => units.filter((unit) => unit.organisationId === id)
  const { filter, rows, searching } = useEntryFilter(organisations, {
    today,
    textOf: (row) =>
      [row.name, organisationKinds[row.kind], ...unitsOf(row.id).map((unit) => unit.label)].join(' '),
    sorts: {},
  })
  return (
    <div className="lt-stack">
      {filter}
      <p className="kern-body kern-body--small">{`${rows.length} von ${organisations.length} Organisationen`}</p>
      {rows.length === 0 && (
        <EmptyState title={searching ? 'Nichts gefunden' : 'Noch keine Organisation'}>
          {searching
            ? 'Keine Organisation und keine Stelle heißt so. Bitte suchen Sie mit weniger Buchstaben.'
            : 'Legen Sie den Kreis und die Anstellungsträger an; ohne sie gibt es keine Konten.'}
        </EmptyState>
      )}
      {rows.map((row) => (
        <OrganisationCard
          key={row.id}
          blockLabel={blockLabel}
          organisation={row}
          units={unitsOf(row.id)}
          today={today}
          onOpen={onOpen}
        />
      ))}
    </div>
  )
}

function OrganisationCard({
  blockLabel,
  organisation,
  units,
  today,
  onOpen,
}: {
  blockLabel: string
  organisation: OrganisationEntry
  units: readonly UnitEntry[]
  today: string
  onOpen: ListProps['onOpen']
}): ReactElement {
  const params = { id: organisation.id }
  const current = units.filter((unit) => !hasEnded(unit, today) || hasEnded(organisation, today))
  const tops = current.filter((unit) => !current.some((one) => one.id === unit.parentId))
  return (
    <Card
      title={organisation.name}
      end={
        <span className="lt-actions">
          <EntryActions
            name={organisation.name}
            entry={organisation}
            onChange={() => onOpen({ kind: 'organisation', entry: organisation })}
            setEnd={(validTo, ifMatch) =>
              call(organisationEntries.change, { params, ifMatch, body: { validTo } })
            }
          />
        </span>
      }
    >
      <p className="kern-body">
        <Badge>{organisationKinds[organisation.kind]}</Badge>{' '}
        {organisation.placeholder && <Badge tone="warning">noch nicht benannt</Badge>}{' '}
        {organisation.serves !== null && <Badge tone="info">stellt Case Management an</Badge>}{' '}
        <Period entry={organisation} today={today} />
      </p>
      <EntryOrigin entry={organisation} />
      <UnitTree blockLabel={blockLabel} units={tops} all={current} today={today} onOpen={onOpen} />
      <Button
        size="small"
        variant="tertiary"
        icon="add"
        aria-label={`Stelle hinzufügen: ${organisation.name}`}
        onClick={() => onOpen({ kind: 'unit', organisationId: organisation.id })}
      >
        Stelle hinzufügen
      </Button>
    </Card>
  )
}

function UnitTree({
  blockLabel,
  units,
  all,
  today,
  onOpen,
}: {
  blockLabel: string
  units: readonly UnitEntry[]
  all: readonly UnitEntry[]
  today: string
  onOpen: ListProps['onOpen']
}): ReactElement | null {
  if (units.length === 0) return null
  return (
    <ul className="district-list">
      {units.map((unit) => (
        <li key={unit.id}>
          {unit.mark ? `${unit.mark} ` : ''}
          {unit.label} <Badge>{unitKinds[unit.kind as keyof typeof unitKinds] ?? unit.kind}</Badge>{' '}
          {unit.buildingBlocks.map((block) => (
            <Badge key={block} tone="info">
              {`${blockLabel} ${block.slice(1)}`}
            </Badge>
          ))}{' '}
          <Period entry={unit} today={today} />
          <div className="lt-actions">
            <EntryActions
              name={unit.label}
              entry={unit}
              onChange={() => onOpen({ kind: 'unit', organisationId: unit.organisationId, entry: unit })}
              setEnd={(validTo, ifMatch) =>
                call(unitEntries.change, { params: { id: unit.id }, ifMatch, body: { validTo } })
              }
            />
          </div>
          <EntryOrigin entry={unit} />
          <UnitTree
            blockLabel={blockLabel}
            units={all.filter((one) => one.parentId === unit.id)}
            all={all}
            today={today}
            onOpen={onOpen}
          />
        </li>
      ))}
    </ul>
  )
}
