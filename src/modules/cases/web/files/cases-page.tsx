import { useNavigate, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useEffect, useEffectEvent, useRef, useState, type ReactElement } from 'react'
import { formatDate } from '../../../../platform/web/dates.ts'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Day } from '../../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Pager } from '../../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../../platform/web/ui/table.tsx'
import { usePages, useView } from '../../../../platform/web/use-view.ts'
import type { CaseRow } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { savedFilterEndpoints, type SavedFilter } from '../../contract/saved-filters.ts'
import { phaseLabels } from '../../contract/codes.ts'
import { useLists, type Lists } from '../use-lists.ts'
import './case.css'
import { CaseFilters } from './case-filters.tsx'
import { defaultFilter, filterOf, searchOf, type CaseListFilter } from './case-list-filter.ts'
import { ListActions } from './list-actions.tsx'
import { SavedFilters } from './saved-filters.tsx'
import { rowTitle } from './words.ts'

/** „Fälle“: the own cases and those of people one stands in for. Filters stand in the address, names never do. */
export function CasesPage(): ReactElement {
  const { rights } = useApp().session
  const navigate = useNavigate()
  const counsels = rights.has('case.open')
  const filter = filterOf(useSearch({ strict: false }), defaultFilter(counsels))
  const [text, setText] = useState('')
  const change = (next: CaseListFilter) =>
    void navigate({
      to: '/faelle',
      search: searchOf(next, defaultFilter(counsels)) as never,
      replace: true,
      resetScroll: false,
    })
  return (
    <Page
      title="Fälle"
      actions={
        <>
          {counsels && (
            <Link to="/faelle/neu" look="primary" icon="add">
              Neuer Fall
            </Link>
          )}
          {rights.has('case.handOver') && (
            <Link to="/faelle/uebergabe" look="tertiary" icon="share">
              Fälle übergeben
            </Link>
          )}
          {counsels && (
            <Link to="/faelle/eingeschraenkt" look="tertiary" icon="lock">
              Eingeschränkte Akten
            </Link>
          )}
          <ListActions filter={filter} text={text} />
        </>
      }
    >
      <KeptFilters filter={filter} standard={defaultFilter(counsels)} onChoose={change} />
      <CaseFilters filter={filter} onChange={change} text={text} onText={setText} counsels={counsels} />
      <CaseList filter={filter} text={text} onSort={(sort) => change({ ...filter, sort })} />
    </Page>
  )
}

interface KeptFiltersProps {
  filter: CaseListFilter
  standard: CaseListFilter
  onChoose: (next: CaseListFilter) => void
}

/** The own filters; the default one is applied when the list is opened without any. */
function KeptFilters({ filter, standard, onChoose }: KeptFiltersProps): ReactElement | null {
  const kept = useView(savedFilterEndpoints.list).data?.rows
  const opened = useSearch({ strict: false }) as Record<string, unknown>
  const fresh = useRef(Object.keys(opened).length === 0)
  const applyDefault = useEffectEvent((rows: readonly SavedFilter[]) => {
    const first = rows.find(({ isDefault }) => isDefault)
    if (fresh.current && first) onChoose(first.filter)
    fresh.current = false
  })
  useEffect(() => {
    if (kept) applyDefault(kept)
  }, [kept])
  return kept ? (
    <SavedFilters filters={kept} current={filter} standard={standard} onChoose={onChoose} />
  ) : null
}

interface CaseListProps {
  filter: CaseListFilter
  text: string
  onSort: (sort: CaseListFilter['sort']) => void
}

function CaseList(props: CaseListProps): ReactElement {
  const search = useDeferredValue(props.text.trim())
  return search.length >= 2 ? <FoundCases {...props} text={search} /> : <ListedCases {...props} />
}

function ListedCases(props: CaseListProps): ReactElement {
  const { filter } = props
  const query = { ...filter, overdue: filter.overdue ? 'true' : undefined }
  return <CaseTable {...props} page={usePages(caseEndpoints.list, { query })} />
}

/** Names travel in the body of a POST. */
function FoundCases(props: CaseListProps): ReactElement {
  const page = usePages(caseEndpoints.search, { body: { ...props.filter, text: props.text } })
  return <CaseTable {...props} page={page} searching />
}

interface CaseTableProps extends CaseListProps {
  page: ReturnType<typeof usePages<typeof caseEndpoints.list>>
  searching?: boolean
}

function CaseTable({ filter, onSort, page, searching = false }: CaseTableProps): ReactElement {
  const lists = useLists()
  if (page.loading) return <Loading />
  return (
    <>
      <ProblemAlert error={page.error} onRetry={page.retry} />
      {!page.error && (
        <Table
          caption="Fälle"
          hideCaption
          columns={columnsOf(lists, filter.scope)}
          rows={page.rows}
          rowKey={(row) => row.id}
          sort={{ key: filter.sort, direction: filter.sort === 'phaseSince' ? 'desc' : 'asc' }}
          onSort={({ key }) => onSort(key as CaseListFilter['sort'])}
          empty={<NoCases searching={searching} scope={filter.scope} />}
        />
      )}
      <Pager {...page.pager} />
    </>
  )
}

function columnsOf(lists: Lists, scope: CaseListFilter['scope']): Column<CaseRow>[] {
  const shared = scope !== 'own'
  return [
    {
      key: 'name',
      header: scope === 'oversight' ? 'Fall' : 'Name',
      sortable: scope !== 'oversight',
      cell: (row) => (
        <>
          <Link to={`/faelle/${row.id}`}>{rowTitle(row)}</Link>{' '}
          {row.urgency !== 'normal' && (
            <Badge tone="warning">{row.urgency === 'urgent' ? 'dringend' : 'bald'}</Badge>
          )}
        </>
      ),
    },
    {
      key: 'fileNumber',
      header: 'Aktenzeichen',
      cell: (row) => <span className="case-number">{row.fileNumber}</span>,
    },
    { key: 'intensity', header: 'Intensität', cell: (row) => lists.label('intensity', row.intensity) },
    {
      key: 'phaseSince',
      header: 'Phase',
      sortable: true,
      cell: (row) => `${phaseLabels[row.phase]} seit ${formatDate(row.phaseSince)}`,
    },
    {
      key: 'lastContact',
      header: 'Letzter Kontakt',
      sortable: true,
      cell: (row) => (row.lastContactOn ? <Day at={row.lastContactOn} relative /> : 'noch keiner'),
    },
    ...(shared
      ? [
          {
            key: 'responsible',
            header: 'Zuständig',
            cell: (row: CaseRow) => (row.basis === 'own' ? 'ich' : row.responsible.name),
          },
        ]
      : []),
    { key: 'site', header: 'Standort', cell: (row) => row.site ?? '–' },
  ]
}

function NoCases({ searching, scope }: { searching: boolean; scope: CaseListFilter['scope'] }): ReactElement {
  if (searching) {
    return (
      <EmptyState title="Nichts gefunden">
        Gesucht wird nach dem Anfang von Namen und Aktenzeichen in den Fällen, die Sie sehen.
      </EmptyState>
    )
  }
  if (scope === 'oversight')
    return (
      <EmptyState title="Keine Fälle">
        Unter Ihrer Fachaufsicht gibt es mit diesen Filtern keinen Fall.
      </EmptyState>
    )
  return (
    <EmptyState title="Keine Fälle mit diesen Filtern">
      Ein Fall beginnt mit einer Anfrage oder über „Neuer Fall“.
    </EmptyState>
  )
}
