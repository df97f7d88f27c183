import type { ReactElement } from 'react'
import { addressOf } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { StructureTabs } from '../../structure/web/index.ts'
import { solutionKindLabels, verdictLabels } from '../contract/codes.ts'
import { effectEndpoints, type SolutionRow } from '../contract/effects.ts'
import { shownNumber } from '../rules/effect-words.ts'

/** „Beschlossen, umgesetzt, hat es geholfen?“: all solutions on one page. */
export function EffectsPage(): ReactElement {
  const view = useView(effectEndpoints.list, { query: {} })
  return (
    <Page
      title="Beschlossen, umgesetzt, hat es geholfen?"
      intro="Was für die gemeldeten Hürden beschlossen und gebaut wurde, und was sich seitdem verändert hat."
      actions={
        view.data?.can.includes('write') && (
          <Link to="/loesungen/neu" look="primary" icon="add">
            Lösung eintragen
          </Link>
        )
      }
    >
      <StructureTabs />
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.isPending && <Loading />}
      {view.data && (
        <Table
          caption="Lösungen"
          hideCaption
          columns={columns}
          rows={view.data.rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Noch keine Lösung eingetragen">
              Ist ein Papier, eine Vereinbarung oder eine Maßnahme umgesetzt, zeigt diese Seite, ob die Hürden
              seltener werden.
            </EmptyState>
          }
        />
      )}
      {view.data && view.data.rows.length > 0 && (
        <p>
          <a
            className="kern-link kern-link--no-visited-state lt-link"
            href={addressOf(effectEndpoints.pdf, {})}
            download
          >
            Für die Lenkungsgruppe als PDF
          </a>
        </p>
      )}
    </Page>
  )
}

const columns: Column<SolutionRow>[] = [
  {
    key: 'title',
    header: 'Lösung',
    rowHeader: true,
    cell: (row) => (
      <Link to="/loesungen/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  { key: 'kind', header: 'Art', cell: (row) => solutionKindLabels[row.kind] },
  {
    key: 'decided',
    header: 'Beschlossen',
    cell: (row) => (
      <>
        {row.decidedOn && <Day at={row.decidedOn} />} {row.decidedBy}
      </>
    ),
  },
  {
    key: 'implemented',
    header: 'Umgesetzt',
    cell: (row) => (row.implementedOn ? <Day at={row.implementedOn} /> : 'noch nicht'),
  },
  {
    key: 'effect',
    header: 'Hürden vorher / nachher',
    align: 'end',
    cell: (row) => `${shownNumber(row.effect.before.total)} / ${shownNumber(row.effect.after.total)}`,
  },
  {
    key: 'verdict',
    header: 'Hat es geholfen?',
    cell: (row) =>
      row.verdict === null ? (
        'noch nicht bewertet'
      ) : (
        <Badge tone={row.verdict === 'helped' ? 'success' : row.verdict === 'notHelped' ? 'warning' : 'info'}>
          {verdictLabels[row.verdict]}
        </Badge>
      ),
  },
]
