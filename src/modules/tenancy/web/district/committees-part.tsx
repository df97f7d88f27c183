import type { ReactElement } from 'react'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../../platform/web/ui/description-list.tsx'
import type { TenancyOverview } from '../../contract/overview.ts'
import { authorities, committeeKinds, formatVague, seatRoles, successions } from '../district-words.ts'
import { FactSource } from '../fact-source.tsx'
import { Unknown } from '../unknown.tsx'
import type { DistrictPart } from './district-part.ts'
import { DistrictList } from './lists-part.tsx'
import type { Names } from './names.ts'

type Committee = TenancyOverview['committees'][number]
type Seat = Committee['functions'][number]

/** Committees with members by function, rhythm, chair, and whether they decide or advise (R120–R127). */
export function CommitteesPart(part: DistrictPart): ReactElement {
  return (
    <div className="lt-stack">
      {part.district.committees.map((committee) => (
        <CommitteeCard key={committee.id} committee={committee} names={part.names} />
      ))}
      <DistrictList kind="committeeRequestStep" {...part} />
    </div>
  )
}

function CommitteeCard({ committee, names }: { committee: Committee; names: Names }): ReactElement {
  const place = [names.region(committee.regionId), names.municipality(committee.municipalityId)].filter(
    Boolean,
  )
  return (
    <Card
      title={committee.name}
      end={
        <span className="lt-actions">
          <Badge>{committeeKinds[committee.kind]}</Badge>
          {committee.authority && (
            <Badge tone={committee.authority === 'deciding' ? 'success' : 'info'}>
              {authorities[committee.authority]}
            </Badge>
          )}
        </span>
      }
    >
      {committee.purpose && <p className="kern-body">{committee.purpose}</p>}
      <DescriptionList
        items={[
          { term: 'Befugnis', value: committee.authority ? authorities[committee.authority] : <Unknown /> },
          { term: 'Rhythmus', value: committee.rhythm ?? <Unknown /> },
          ...(committee.managingOffice
            ? [{ term: 'Geschäftsführung', value: committee.managingOffice }]
            : []),
          ...(place.length > 0 ? [{ term: 'Ort', value: place.join(', ') }] : []),
          ...(committee.convenedOn
            ? [{ term: 'Einberufen am', value: formatVague(committee.convenedOn) }]
            : []),
          ...(committee.sessions.length > 0
            ? [{ term: 'Sitzungen', value: committee.sessions.map(formatVague).join(', ') }]
            : []),
          ...(committee.topics.length > 0 ? [{ term: 'Themen', value: committee.topics.join('; ') }] : []),
        ]}
      />
      <FactSource fact={committee} />
      <Seats seats={committee.functions} names={names} />
    </Card>
  )
}

function Seats({ seats, names }: { seats: readonly Seat[]; names: Names }): ReactElement {
  if (seats.length === 0) return <p className="kern-body">Das Konzept nennt keine Mitglieder.</p>
  return (
    <>
      <p className="kern-label">Mitglieder nach Funktion ({seats.length})</p>
      <ul className="district-list">
        {seats.map((seat) => (
          <li key={seat.id}>
            {seat.count !== null && seat.count > 1 && `${seat.count} × `}
            {seat.label} {seat.role !== 'member' && <Badge tone="info">{seatRoles[seat.role]}</Badge>}{' '}
            {seat.advisory && <Badge>beratend</Badge>}
            <span className="kern-body--small">
              {[names.organisation(seat.organisationId), seat.succession && successions[seat.succession]]
                .filter(Boolean)
                .join(', ')}
            </span>
            <FactSource fact={seat} />
          </li>
        ))}
      </ul>
    </>
  )
}
