import type { ReactElement } from 'react'
import { formatDate } from '../../../platform/web/dates.ts'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import { searchEndpoints } from '../contract/search.ts'
import { HitGroup } from './hits.tsx'
import { Marked } from './marked.tsx'
import { personName } from './words.ts'

/** Notes of the own contacts with the words, newest first. */
export function ContactHits({ text }: { text: string }): ReactElement {
  const page = usePages(searchEndpoints.contacts, { body: { text } })
  if (page.loading) return <Loading />
  if (page.error) return <ProblemAlert error={page.error} onRetry={page.retry} />
  return (
    <HitGroup title="Kontakte" empty={page.rows.length === 0} footer={<Pager {...page.pager} />}>
      {page.rows.map((hit) => (
        <li key={hit.id}>
          <Link to={`/faelle/${hit.caseId}/verlauf`}>
            {formatDate(hit.onDate)}, {hit.name === null ? hit.fileNumber : personName(hit.name)}
          </Link>
          <span className="search-excerpt">
            <Marked stretches={hit.excerpt} />
          </span>
          {hit.name !== null && <span className="search-hint">{hit.fileNumber}</span>}
        </li>
      ))}
    </HitGroup>
  )
}
