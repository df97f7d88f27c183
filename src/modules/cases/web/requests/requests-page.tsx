import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Tabs } from '../../../../platform/web/ui/tabs.tsx'
import type { RequestListView } from '../../contract/requests/index.ts'
import { AssignSheet } from './assign-sheet.tsx'
import { filterOf, requestAddressOf, searchOf, type RequestAddress } from './request-address.ts'
import { RequestList } from './request-list.tsx'

const labels: Readonly<Record<RequestListView, string>> = {
  unassigned: 'Warteschlange',
  mine: 'Meine',
  assigned: 'Zugewiesen',
  done: 'Erledigt',
}

/** „Anfragen“: what waits at the own sites, oldest and most urgent first. */
export function RequestsPage(): ReactElement {
  const { rights } = useApp().session
  const navigate = useNavigate()
  const address = requestAddressOf(useSearch({ strict: false }))
  const [assigning, setAssigning] = useState<string>()
  const counsels = rights.has('request.take')
  const views: RequestListView[] = [
    'unassigned',
    ...(counsels ? (['mine'] as const) : []),
    ...(rights.has('request.assign') ? (['assigned'] as const) : []),
    ...(counsels ? (['done'] as const) : []),
  ]
  const selected = views.find((view) => view === address.ansicht) ?? 'unassigned'
  const show = (next: RequestAddress) =>
    void navigate({ to: '/anfragen', search: next as never, replace: true, resetScroll: false })
  return (
    <Page
      title="Anfragen"
      actions={
        <>
          <Link to="/anfragen/neu" look="primary" icon="add">
            Neue Anfrage
          </Link>
          {counsels && (
            <Link to="/anfragen/kurzberatung" look="secondary">
              Kurzberatung
            </Link>
          )}
        </>
      }
    >
      <Tabs
        label="Anfragen nach Stand"
        selected={selected}
        onSelect={(key) => show({ ansicht: key as RequestListView })}
        tabs={views.map((view) => ({
          key: view,
          label: labels[view],
          content: (
            <RequestList
              key={view}
              view={view}
              filter={filterOf(address)}
              onFilter={(filter) => show({ ansicht: view, ...searchOf(filter) })}
              onAssign={setAssigning}
            />
          ),
        }))}
      />
      {assigning && <AssignSheet requestId={assigning} onClose={() => setAssigning(undefined)} />}
    </Page>
  )
}
