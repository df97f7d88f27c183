import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { Chips } from '../../../platform/web/ui/chips.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { usePages, viewKey } from '../../../platform/web/use-view.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import type { ActionItemView } from '../contract/shared.ts'
import { ActionItems } from './action-items.tsx'
import { CommitteeCommissions } from './commissions.tsx'
import { CommitteeTabs } from './committee-tabs.tsx'
import './committees.css'

const views = { open: 'Offen', mine: 'Meine', settled: 'Abgeschlossen' } as const
type ViewKey = keyof typeof views

/** The follow-up list until each item is done, and the commissions that run. */
export function FollowUpPage(): ReactElement {
  const client = useQueryClient()
  const [view, setView] = useState<ViewKey>('open')
  const { rows, error, loading, retry, pager } = usePages<
    typeof followUpEndpoints.actionItems,
    ActionItemView
  >(followUpEndpoints.actionItems, { query: { view } })
  const refresh = () => void client.invalidateQueries({ queryKey: viewKey(followUpEndpoints.actionItems) })
  return (
    <Page title="Aufträge" intro="Was Gremien aufgegeben haben, bis es erledigt ist.">
      <CommitteeTabs />
      <Chips
        label="Zeigen"
        id="follow-up-view"
        name="view"
        value={view}
        onChange={(value) => setView(value || 'open')}
        error={undefined}
        options={(Object.keys(views) as ViewKey[]).map((value) => ({ value, label: views[value] }))}
      />
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && (
        <EmptyState title="Kein Arbeitsauftrag">
          {view === 'settled' ? 'Noch ist nichts abgeschlossen.' : 'Hier ist alles erledigt.'}
        </EmptyState>
      )}
      <ActionItems items={rows} named onChanged={refresh} />
      <Pager {...pager} />
      <CommitteeCommissions />
    </Page>
  )
}
