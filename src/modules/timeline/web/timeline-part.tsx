import { Suspense, useState, type ReactElement } from 'react'

import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useParts } from '../../../platform/web/use-parts.ts'
import { usePrintAll } from '../../../platform/web/use-print-all.ts'
import { usePages, useView } from '../../../platform/web/use-view.ts'
import { openContact } from '../../contacts/web/index.ts'
import { catalogueEndpoints } from '../../tenancy/index.ts'
import { timelineEndpoints, type TimelineEntry } from '../index.ts'
import { detailsOf, sentenceOf, whoOf, withdrawalOf, type CatalogueLabel } from './entry-words.ts'
import { everything, isNarrowed, queryOf, TimelineFilters, type TimelineFilter } from './timeline-filters.tsx'
import './timeline.css'

/** „Verlauf“: newest first, to be narrowed by kind, period and life domain, and printed as a whole. */
export default function TimelinePart({ caseId }: { caseId: string }): ReactElement {
  const { session } = useApp()
  const [filter, setFilter] = useState<TimelineFilter>(everything)
  const label = useCatalogueLabel()
  const { rows, error, loading, retry, readAll, pager } = usePages<
    typeof timelineEndpoints.read,
    TimelineEntry
  >(timelineEndpoints.read, { params: { id: caseId }, query: { limit: 50, ...queryOf(filter) } })
  const { printing, print } = usePrintAll(readAll)
  const actions = useParts<{ list: { kind: 'contacts'; caseId: string } }>('list-action')
  const mayRecord = session.rights.has('contact.write')
  return (
    <div className="lt-stack">
      <div className="lt-timeline__filter">
        <TimelineFilters filter={filter} onChange={setFilter} />
        <div className="lt-actions">
          {mayRecord && (
            <Button icon="topic" onClick={() => openContact({ caseId })}>
              Kontakt erfassen
            </Button>
          )}
          <Button icon="print" busy={printing} onClick={() => void print()}>
            Drucken
          </Button>
          <Suspense>
            {actions.map(({ key, Component }) => (
              <Component key={key} list={{ kind: 'contacts', caseId }} />
            ))}
          </Suspense>
        </div>
      </div>
      {printing && (
        <p className="kern-body" role="status">
          Der ganze Verlauf wird geladen: {rows.length} Einträge …
        </p>
      )}
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && (
        <EmptyState title="Hier steht noch nichts">
          {isNarrowed(filter)
            ? 'Zu dieser Auswahl gibt es keinen Eintrag. Nehmen Sie die Auswahl zurück, um alles zu sehen.'
            : 'Der erste Eintrag entsteht mit dem ersten Kontakt.'}
        </EmptyState>
      )}
      {pager.hasMore && (
        <p className="lt-printed">
          Gedruckt sind nur die neuesten {rows.length} Einträge. Die Schaltfläche auf der Seite lädt vor dem
          Druck den ganzen Verlauf.
        </p>
      )}
      <ol className="lt-timeline" role="list">
        {rows.map((entry) => (
          <Entry
            key={`${entry.id} ${entry.event}`}
            entry={entry}
            label={label}
            own={mayRecord && entry.actor?.id === session.user.id}
          />
        ))}
      </ol>
      <Pager {...pager} />
    </div>
  )
}

function useCatalogueLabel(): CatalogueLabel {
  const { data } = useView(catalogueEndpoints.list)
  return (kind, key) => data?.catalogues[kind]?.find((entry) => entry.key === key)?.label ?? key
}

interface EntryProps {
  entry: TimelineEntry
  label: CatalogueLabel
  own: boolean
}

function Entry({ entry, label, own }: EntryProps): ReactElement {
  const takenBack = withdrawalOf(entry)
  const who = whoOf(entry)
  const recorded = entry.kind === 'contact' && entry.event === 'recorded'
  const editable = own && recorded && takenBack === ''
  return (
    <li className="lt-timeline__entry">
      <div className="lt-timeline__when">
        <Day at={entry.onDate} />
      </div>
      <div>
        <strong className={takenBack ? 'lt-timeline__taken-back' : undefined}>
          {sentenceOf(entry, label)}
        </strong>{' '}
        {takenBack && <Badge tone="warning">als Irrtum zurückgenommen: {takenBack}</Badge>}{' '}
        {entry.facts['secrecy203'] === true && <Badge icon="lock">§ 203 StGB</Badge>}
        {detailsOf(entry, label).map((line) => (
          <p key={line} className="kern-body kern-body--small lt-timeline__text">
            {line}
          </p>
        ))}
        {entry.text && <p className="kern-body lt-timeline__text">{entry.text}</p>}
        <p className="lt-timeline__who">
          {who}
          {who && entry.at && ', '}
          {entry.at && (
            <>
              erfasst <Day at={entry.at} />
            </>
          )}
        </p>
      </div>
      <div className="lt-timeline__action">
        {recorded && (
          <Button
            size="small"
            aria-label={`${editable ? 'Ändern' : 'Ansehen'}: ${sentenceOf(entry, label)}`}
            onClick={() => openContact({ contactId: entry.id })}
          >
            {editable ? 'Ändern' : 'Ansehen'}
          </Button>
        )}
      </div>
    </li>
  )
}
