import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Tabs } from '../../../platform/web/ui/tabs.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import type { Received } from '../../../platform/contract/endpoint.ts'
import { themePriorityLabels } from '../contract/codes.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import { StructureTabs } from './structure-tabs.tsx'
import { NewThemeForm } from './theme-form.tsx'
import { ThemeList } from './theme-list.tsx'
import { barrierCount } from './theme-words.ts'
import './themes.css'

type Column = Received<typeof themeEndpoints.board>['columns'][number]

/** „Themen“: by state of the district's path, and as a list to search. */
export function ThemesPage(): ReactElement {
  const [selected, select] = useState('board')
  const [adding, setAdding] = useState(false)
  const navigate = useNavigate()
  const board = useView(themeEndpoints.board)
  return (
    <Page
      title="Themen"
      intro="Was Fälle über die Struktur sagen: von der Hürde über den Beschluss bis zur Wirkung."
      actions={
        board.data?.can.includes('create') && (
          <Button variant="primary" icon="add" onClick={() => setAdding(true)}>
            Thema anlegen
          </Button>
        )
      }
    >
      <StructureTabs />
      <Tabs
        label="Ansicht"
        selected={selected}
        onSelect={select}
        tabs={[
          {
            key: 'board',
            label: 'Nach Stand',
            content: (
              <>
                {board.isPending && <Loading />}
                <ProblemAlert error={board.error} onRetry={() => void board.refetch()} />
                {board.data && <Board columns={board.data.columns} />}
              </>
            ),
          },
          { key: 'list', label: 'Liste und Suche', content: <ThemeList /> },
        ]}
      />
      <Dialog open={adding} onClose={() => setAdding(false)} title="Thema anlegen" wide>
        {adding && (
          <NewThemeForm
            onDone={(id) => void navigate({ to: '/themen/$id', params: { id } as never })}
            onCancel={() => setAdding(false)}
          />
        )}
      </Dialog>
    </Page>
  )
}

function Board({ columns }: { columns: readonly Column[] }): ReactElement {
  const filled = columns.filter((column) => column.total > 0)
  const empty = columns.filter((column) => column.total === 0)
  if (columns.length === 0)
    return (
      <EmptyState title="Für diesen Kreis ist noch kein Weg eines Themas geladen">
        Laden Sie die Konfiguration des Kreises neu. Danach lassen sich Themen anlegen.
      </EmptyState>
    )
  return (
    <div className="lt-stack">
      {filled.length === 0 && (
        <EmptyState title="Noch kein Thema">
          Ein Thema entsteht, wenn mehrere Hürden dasselbe Problem zeigen oder eine Fallrekonstruktion eine
          strukturelle Ursache findet.
        </EmptyState>
      )}
      <div className="theme-board">
        {filled.map((column) => (
          <Card key={column.state.key} title={column.state.label} end={<Badge>{column.total}</Badge>}>
            <ul className="theme-board__list">
              {column.rows.map((theme) => (
                <li key={theme.id}>
                  <Link to="/themen/$id" params={{ id: theme.id }}>
                    {theme.title}
                  </Link>
                  <div className="kern-body--small">
                    {theme.region?.name ?? 'Ganzer Kreis'} · {barrierCount(theme.barriers)}
                    {theme.priority && ` · Priorität ${themePriorityLabels[theme.priority]}`}
                  </div>
                  <div className="kern-body--small">
                    {theme.resubmitOn ? 'Wiedervorlage ' : 'seit '}
                    <Day at={theme.resubmitOn ?? theme.stateOn} />
                  </div>
                </li>
              ))}
            </ul>
            {column.total > column.rows.length && (
              <p className="kern-body--small">
                {column.total - column.rows.length} weitere stehen unter „Liste und Suche“.
              </p>
            )}
          </Card>
        ))}
      </div>
      {filled.length > 0 && empty.length > 0 && (
        <p className="kern-body kern-body--muted">
          Ohne Thema: {empty.map((column) => column.state.label).join(', ')}.
        </p>
      )}
    </div>
  )
}
