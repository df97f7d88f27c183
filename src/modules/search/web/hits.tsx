import type { ReactElement, ReactNode } from 'react'
import { HOUSEHOLD_ROLES, labelOf } from '../../../platform/contract/code-lists/index.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Link } from '../../../platform/web/ui/link.tsx'
import { phaseLabels, type Phase } from '../../cases/index.ts'
import type { CaseHit, PersonHit } from '../contract/search.ts'
import { markName } from '../rules.ts'
import { Marked } from './marked.tsx'
import { caseTitle, personName } from './words.ts'

interface HitsProps<Hit> {
  text: string
  hits: readonly Hit[]
}

interface HitGroupProps {
  title: string
  empty: boolean
  children: ReactNode
  footer?: ReactNode
}

/** One group of hits with its heading; a group without hits says so. */
export function HitGroup({ title, empty, children, footer }: HitGroupProps): ReactElement {
  return (
    <section className="search-group" aria-label={title}>
      <h2 className="kern-title">{title}</h2>
      {empty ? <p className="kern-body kern-body--muted">Nichts gefunden.</p> : <ul>{children}</ul>}
      {!empty && footer}
    </section>
  )
}

export function PersonHits({ text, hits }: HitsProps<PersonHit>): ReactElement {
  return (
    <HitGroup title="Personen" empty={hits.length === 0}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link to={`/faelle/${hit.caseId}/personen/${hit.casePersonId}`}>
            <Marked stretches={markName(personName(hit.name), text)} />
          </Link>
          <span className="search-hint">
            {hit.isMain ? 'Hauptperson' : labelOf(HOUSEHOLD_ROLES, hit.role)} in {hit.fileNumber}
          </span>
        </li>
      ))}
    </HitGroup>
  )
}

export function CaseHits({ text, hits }: HitsProps<CaseHit>): ReactElement {
  return (
    <HitGroup title="Fälle" empty={hits.length === 0}>
      {hits.map((hit) => (
        <li key={hit.id}>
          <Link to={`/faelle/${hit.id}`}>
            <Marked stretches={markName(caseTitle(hit), text)} />
          </Link>
          <span className="search-hint">
            {hit.name !== null && `${hit.fileNumber} · `}
            {hit.closedOn === null
              ? (phaseLabels[hit.phase as Phase] ?? hit.phase)
              : `abgeschlossen am ${formatDate(hit.closedOn)}`}
            {` · zuständig: ${hit.responsible}`}
          </span>
        </li>
      ))}
    </HitGroup>
  )
}
