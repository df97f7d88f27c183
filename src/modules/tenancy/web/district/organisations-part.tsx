import type { ReactElement } from 'react'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import type { TenancyOverview } from '../../contract/overview.ts'
import { formatVague, organisationKinds, unitKinds } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import type { DistrictPart } from './district-part.ts'
import type { Names } from './names.ts'

type Organisation = TenancyOverview['organisations'][number]
type Unit = Organisation['units'][number]

/** Organisations with their units: the KIM unit reads, never the authority around it (R164). */
export function OrganisationsPart({ district, names }: DistrictPart): ReactElement {
  const employers = district.organisations.filter((one) => one.employsCaseManagers)
  return (
    <div className="lt-stack">
      <Card title="Anstellungsträger des Case Managements">
        <p className="kern-body">
          Alle Case Managerinnen und Case Manager bilden ein Team unter einer Fachaufsicht, gleich wer sie
          anstellt.
        </p>
        <ul className="district-list">
          {employers.map((employer) => (
            <li key={employer.id}>
              <strong>{employer.name}</strong>: {servesOf(employer, names)}
              <FactSource fact={employer.employer ?? {}} />
            </li>
          ))}
        </ul>
      </Card>
      <p className="kern-body">
        Wer in Lotse mitliest, ist immer eine Stelle, nie die Behörde um sie herum: Das Sozialamt neben einer
        KIM-Stelle sieht nichts von deren Arbeit.
      </p>
      {district.organisations.map((organisation) => (
        <OrganisationCard
          key={organisation.id}
          organisation={organisation}
          blockLabel={district.naming['buildingBlock'] ?? 'Baustein'}
        />
      ))}
    </div>
  )
}

function servesOf({ employer }: Organisation, names: Names): string {
  if (!employer) return 'Einsatzgebiet nicht bekannt'
  if (employer.serves === 'all') return 'im ganzen Kreis'
  return employer.serves.map(names.municipalityByAgs).join(', ')
}

function OrganisationCard({
  organisation,
  blockLabel,
}: {
  organisation: Organisation
  blockLabel: string
}): ReactElement {
  const tops = organisation.units.filter(
    (unit) => !organisation.units.some((one) => one.id === unit.parentId),
  )
  return (
    <Card
      title={organisation.name}
      end={
        <span className="lt-actions">
          <Badge>{organisationKinds[organisation.kind]}</Badge>
          {organisation.placeholder && <Badge tone="warning">noch nicht benannt</Badge>}
        </span>
      }
    >
      <p className="kern-body kern-body--small">
        {organisation.publicEmployer ? 'Öffentlicher Träger' : 'Freier Träger'}
        {organisation.churchLaw === true && ', kirchliches Datenschutzrecht'}
        {organisation.churchLaw === null && ', ob kirchliches Datenschutzrecht gilt, ist nicht bekannt'}
      </p>
      <FactSource fact={organisation} />
      <Units units={tops} all={organisation.units} blockLabel={blockLabel} />
    </Card>
  )
}

function Units({
  units,
  all,
  blockLabel,
}: {
  units: readonly Unit[]
  all: readonly Unit[]
  blockLabel: string
}): ReactElement | null {
  if (units.length === 0) return null
  return (
    <ul className="district-list">
      {units.map((unit) => (
        <li key={unit.id}>
          {unit.mark ? `${unit.mark} ` : ''}
          {unit.label}{' '}
          <Badge tone={unit.kind === 'kim' ? 'success' : 'neutral'}>
            {unitKinds[unit.kind as keyof typeof unitKinds] ?? unit.kind}
          </Badge>{' '}
          {unit.buildingBlocks.map((block) => (
            <Badge key={block} tone="info">
              {`${blockLabel} ${block.slice(1)}`}
            </Badge>
          ))}
          {unit.validFrom && <span className="kern-body--small"> seit {formatVague(unit.validFrom)}</span>}
          <FactSource fact={unit} />
          <Units units={all.filter((one) => one.parentId === unit.id)} all={all} blockLabel={blockLabel} />
        </li>
      ))}
    </ul>
  )
}
