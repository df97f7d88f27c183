import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { usePages, useView, viewKey } from '../../../platform/web/use-view.ts'
import { commissionStateLabels, type CommissionState } from '../contract/codes.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import type { ActionItemView, CommissionView } from '../contract/shared.ts'
import { commissionMoves } from '../rules/states.ts'
import { ActionItems } from './action-items.tsx'
import { CommitteeTabs } from './committee-tabs.tsx'
import { useAction } from './use-action.ts'
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
  const commissions = useView(followUpEndpoints.commissions)
  const refresh = () => {
    void client.invalidateQueries({ queryKey: viewKey(followUpEndpoints.actionItems) })
    void client.invalidateQueries({ queryKey: viewKey(followUpEndpoints.commissions) })
  }
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
      <ProblemAlert error={commissions.error} onRetry={() => void commissions.refetch()} />
      {(commissions.data?.rows.length ?? 0) > 0 && (
        <Card title="Projektaufträge">
          <ul className="committee-lines">
            {commissions.data!.rows.map((one) => (
              <Commission key={`${one.id} ${one.version}`} one={one} onChanged={refresh} />
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}

type Step = Exclude<CommissionState, 'given'>
const steps: Readonly<Record<Step, string>> = {
  accepted: 'Annehmen',
  running: 'Beginnen',
  reported: 'Ergebnis melden',
  done: 'Abschließen',
  returned: 'Zurückgeben',
}

function Commission({ one, onChanged }: { one: CommissionView; onChanged: () => void }): ReactElement {
  const [asked, setAsked] = useState<Step>()
  const [result, setResult] = useState(one.result ?? '')
  const { busy, error, run } = useAction(onChanged)
  const move = (to: Step) =>
    run(
      () =>
        call(followUpEndpoints.moveCommission, {
          params: { id: one.id },
          ifMatch: one.version,
          body: { to, result },
        }),
      commissionStateLabels[to],
    )
  const moves = one.can.includes('move') ? (commissionMoves[one.state] as readonly Step[]) : []
  return (
    <li>
      <p className="committee-words">{one.title}</p>
      {one.mandate && one.mandate !== one.title && <p className="committee-words">{one.mandate}</p>}
      {one.result && <p className="committee-words">Ergebnis: {one.result}</p>}
      <ProblemAlert error={asked ? undefined : error} />
      <span className="lt-actions">
        <span className="kern-body--small">
          {one.committee} an {one.to}
          {one.dueOn ? `, bis ${formatDate(one.dueOn)}` : ''}
        </span>
        <Badge>{commissionStateLabels[one.state]}</Badge>
        {moves.map((to) => (
          <Button
            key={to}
            size="small"
            variant={to === 'returned' ? 'tertiary' : 'secondary'}
            busy={busy}
            aria-label={`${steps[to]}: ${one.title}`}
            onClick={() => (to === 'reported' || to === 'returned' ? setAsked(to) : void move(to))}
          >
            {steps[to]}
          </Button>
        ))}
      </span>
      <ConfirmDialog
        open={asked !== undefined}
        title={asked ? steps[asked] : ''}
        confirm={asked ? steps[asked] : ''}
        busy={busy}
        onConfirm={() => void move(asked!).then((done) => done && setAsked(undefined))}
        onCancel={() => setAsked(undefined)}
      >
        <ProblemAlert error={error} />
        <TextArea
          label={asked === 'returned' ? 'Warum geht er zurück?' : 'Was ist herausgekommen?'}
          id={`commission-${one.id}`}
          name="result"
          value={result}
          onChange={setResult}
          error={undefined}
          rows={4}
        />
      </ConfirmDialog>
    </li>
  )
}
