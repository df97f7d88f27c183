import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { formatDate, today } from '../../../platform/web/dates.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { followUpEndpoints } from '../contract/register-endpoints.ts'
import type { ActionItemView } from '../contract/shared.ts'
import { actionStateLabels } from '../contract/codes.ts'
import { ReassignForm } from './reassign-form.tsx'
import { useAction } from './use-action.ts'
import './committees.css'

interface ActionItemsProps {
  items: readonly ActionItemView[]
  onChanged: () => void
  /** Says of which committee it is, where several are listed. */
  named?: boolean
}

/** Action items with the one thing to do: say that it is done. */
export function ActionItems({ items, onChanged, named = false }: ActionItemsProps): ReactElement | null {
  if (items.length === 0) return null
  return (
    <Card title="Arbeitsaufträge">
      <ul className="committee-lines">
        {items.map((item) => (
          <Item key={`${item.id} ${item.version}`} item={item} named={named} onChanged={onChanged} />
        ))}
      </ul>
    </Card>
  )
}

interface ItemProps {
  item: ActionItemView
  named: boolean
  onChanged: () => void
}

function Item({ item, named, onChanged }: ItemProps): ReactElement {
  const [asked, setAsked] = useState<'done' | 'dropped'>()
  const [passing, setPassing] = useState(false)
  const [result, setResult] = useState('')
  const { busy, error, run } = useAction(onChanged)
  const late = item.state === 'open' && item.dueOn !== null && item.dueOn < today()
  const settle = async () => {
    const done = await run(
      () =>
        call(followUpEndpoints.settle, {
          params: { id: item.id },
          ifMatch: item.version,
          body: { state: asked!, result },
        }),
      asked === 'done' ? 'Als erledigt festgehalten' : 'Als entfallen festgehalten',
    )
    if (done) setAsked(undefined)
  }
  return (
    <li>
      <p className="committee-words">{item.title}</p>
      <span className="lt-actions">
        <span className="kern-body--small">
          {[item.responsible, item.dueOn && `bis ${formatDate(item.dueOn)}`, named ? item.committee : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {late && <Badge tone="warning">überfällig</Badge>}
        {item.state !== 'open' && <Badge>{actionStateLabels[item.state]}</Badge>}
        {item.can.includes('settle') && (
          <>
            <Button
              size="small"
              variant="secondary"
              aria-label={`Erledigt: ${item.title}`}
              onClick={() => setAsked('done')}
            >
              Erledigt
            </Button>
            <Button
              size="small"
              variant="tertiary"
              aria-label={`Entfällt: ${item.title}`}
              onClick={() => setAsked('dropped')}
            >
              Entfällt
            </Button>
          </>
        )}
        {item.state === 'open' && item.can.includes('change') && (
          <Button
            size="small"
            variant="tertiary"
            aria-label={`Ändern: ${item.title}`}
            onClick={() => setPassing(true)}
          >
            Ändern
          </Button>
        )}
      </span>
      {item.result && <p className="committee-words kern-body--small">{item.result}</p>}
      <Dialog open={passing} onClose={() => setPassing(false)} title="Zuständigkeit oder Frist ändern">
        {passing && (
          <ReassignForm
            item={item}
            onDone={() => {
              setPassing(false)
              onChanged()
            }}
            onCancel={() => setPassing(false)}
          />
        )}
      </Dialog>
      <ConfirmDialog
        open={asked !== undefined}
        title={asked === 'dropped' ? 'Arbeitsauftrag entfällt' : 'Arbeitsauftrag ist erledigt'}
        confirm={asked === 'dropped' ? 'Als entfallen festhalten' : 'Als erledigt festhalten'}
        busy={busy}
        onConfirm={() => void settle()}
        onCancel={() => setAsked(undefined)}
      >
        <ProblemAlert error={error} />
        <p className="committee-words">{item.title}</p>
        <TextArea
          label="Ergebnis"
          id={`result-${item.id}`}
          name="result"
          value={result}
          onChange={setResult}
          error={undefined}
          rows={3}
        />
      </ConfirmDialog>
    </li>
  )
}
