import { useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Chips } from '../../../platform/web/ui/chips.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { usePages, viewKey } from '../../../platform/web/use-view.ts'
import { commissionStateLabels, type CommissionState } from '../contract/codes.ts'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import type { CommissionView } from '../contract/shared.ts'
import { commissionMoves } from '../rules/states.ts'
import { SubjectLink } from './subject-link.tsx'
import { useAction } from './use-action.ts'
import './committees.css'

const views = { open: 'Offen', settled: 'Abgeschlossen' } as const
type ViewKey = keyof typeof views

interface CommissionsProps {
  /** Given or received by this committee; absent: all. */
  committeeId?: string
  onChanged?: () => void
}

/** Commissions with their next step; settled ones on demand. */
export function CommitteeCommissions({ committeeId, onChanged }: CommissionsProps): ReactElement | null {
  const client = useQueryClient()
  const [view, setView] = useState<ViewKey>('open')
  const { rows, error, loading, retry, pager } = usePages<
    typeof followUpEndpoints.commissions,
    CommissionView
  >(followUpEndpoints.commissions, { query: { view, ...(committeeId ? { committeeId } : {}) } })
  const refresh = () => {
    void client.invalidateQueries({ queryKey: viewKey(followUpEndpoints.commissions) })
    onChanged?.()
  }
  return (
    <Card title="Projektaufträge">
      <Chips
        label="Projektaufträge zeigen"
        hideLabel
        id="commission-view"
        name="commissionView"
        value={view}
        onChange={(value) => setView(value || 'open')}
        error={undefined}
        options={(Object.keys(views) as ViewKey[]).map((value) => ({ value, label: views[value] }))}
      />
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && (
        <p className="kern-body">
          {view === 'open'
            ? 'Kein offener Projektauftrag. Er entsteht in einer Niederschrift mit /projektauftrag.'
            : 'Noch ist keiner abgeschlossen.'}
        </p>
      )}
      <ul className="committee-lines">
        {rows.map((one) => (
          <Commission key={`${one.id} ${one.version}`} one={one} onChanged={refresh} />
        ))}
      </ul>
      <Pager {...pager} />
    </Card>
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
        <SubjectLink item={one} />
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
        {one.can.includes('found') && (
          <Link
            to="/gremien/neu"
            search={{ auftrag: one.id }}
            aria-label={`Projektgruppe dafür gründen: ${one.title}`}
          >
            Projektgruppe dafür gründen
          </Link>
        )}
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
