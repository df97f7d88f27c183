import { useState, type ReactElement } from 'react'

import { addressOf, call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { FileLink } from '../../../platform/web/ui/file-link.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Menu } from '../../../platform/web/ui/menu.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { itemPurposeLabels } from '../contract/codes.ts'
import { meetingEndpoints } from '../contract/endpoints.ts'
import type { AgendaItemView, ItemChange, MeetingView } from '../contract/meetings.ts'
import { AgendaOffers } from './agenda-offers.tsx'
import { CaseForm } from './case-form.tsx'
import { ItemForm } from './item-form.tsx'
import { SubjectLink } from './subject-link.tsx'
import { useAction } from './use-action.ts'
import './committees.css'

interface ColumnProps {
  meeting: MeetingView
  onChanged: () => void
}

/** The agenda, with what may be added: template, offers of other parts of Lotse, own items, cases. */
export function AgendaColumn({ meeting, onChanged }: ColumnProps): ReactElement {
  const [open, setOpen] = useState<'item' | 'case'>()
  const { busy, error, run } = useAction(onChanged)
  const { can, items } = meeting
  const done = () => {
    setOpen(undefined)
    onChanged()
  }
  const template = () =>
    run(
      () => call(meetingEndpoints.addItems, { params: { id: meeting.id }, body: { template: true } }),
      'Vorlage übernommen',
    )
  return (
    <Card title="Tagesordnung">
      <ProblemAlert error={error} />
      {items.length === 0 && (
        <p className="kern-body">
          {can.includes('agenda')
            ? 'Noch keine Punkte. Beginnen Sie mit der Vorlage des Gremiums.'
            : 'Die Tagesordnung kommt mit der Einladung.'}
        </p>
      )}
      <ol className="committee-lines">
        {items.map((item, index) => (
          <Item
            key={`${item.id} ${item.version} ${item.position}`}
            item={item}
            number={index + 1}
            last={items.length}
            meeting={meeting}
            onChanged={onChanged}
          />
        ))}
      </ol>
      <div className="lt-actions">
        {can.includes('agenda') && (
          <Button variant="secondary" busy={busy} onClick={() => void template()}>
            Vorlage übernehmen
          </Button>
        )}
        {can.includes('propose') && (
          <Button variant="secondary" icon="add" onClick={() => setOpen('item')}>
            Punkt hinzufügen
          </Button>
        )}
        {can.includes('case') && (
          <Button variant="secondary" icon="cases" onClick={() => setOpen('case')}>
            Fall ohne Namen einbringen
          </Button>
        )}
      </div>
      {can.includes('propose') && <AgendaOffers meeting={meeting} onChanged={onChanged} />}
      <Sheet open={open === 'item'} onClose={() => setOpen(undefined)} title="Punkt hinzufügen">
        <ItemForm meetingId={meeting.id} onDone={done} onCancel={() => setOpen(undefined)} />
      </Sheet>
      <Sheet open={open === 'case'} onClose={() => setOpen(undefined)} title="Fall ohne Namen einbringen">
        <CaseForm meetingId={meeting.id} onDone={done} onCancel={() => setOpen(undefined)} />
      </Sheet>
    </Card>
  )
}

interface ItemProps {
  item: AgendaItemView
  number: number
  last: number
  meeting: MeetingView
  onChanged: () => void
}

function Item({ item, number, last, meeting, onChanged }: ItemProps): ReactElement {
  const [editing, setEditing] = useState(false)
  const { error, run } = useAction(onChanged)
  const ids = { params: { id: item.id }, ifMatch: item.version }
  const change = (body: ItemChange, said: string) =>
    void run(() => call(meetingEndpoints.changeItem, { ...ids, body }), said)
  const drop = () => void run(() => call(meetingEndpoints.dropItem, ids), 'Punkt gelöscht')
  const live = meeting.state === 'running' || meeting.state === 'held'
  const may = meeting.can.includes('agenda')
  const actions = [
    ...(may && item.kind !== 'case' ? [{ label: 'Text ändern', onSelect: () => setEditing(true) }] : []),
    ...(may && number > 1
      ? [{ label: 'Nach oben', onSelect: () => change({ position: number - 1 }, 'Verschoben') }]
      : []),
    ...(may && number < last
      ? [{ label: 'Nach unten', onSelect: () => change({ position: number + 1 }, 'Verschoben') }]
      : []),
    ...(may && item.kind !== 'case'
      ? [
          item.isPublic
            ? {
                label: 'Nicht öffentlich machen',
                onSelect: () => change({ isPublic: false }, 'Nicht öffentlich'),
              }
            : { label: 'Öffentlich machen', onSelect: () => change({ isPublic: true }, 'Öffentlich') },
        ]
      : []),
    ...(may
      ? [
          item.withoutB3
            ? {
                label: 'Mit Baustein 3 beraten',
                onSelect: () => change({ withoutB3: false }, 'Mit Baustein 3'),
              }
            : {
                label: 'Ohne Baustein 3 beraten',
                onSelect: () => change({ withoutB3: true }, 'Ohne Baustein 3'),
              },
        ]
      : []),
    ...(meeting.can.includes('minute') && live && meeting.can.includes('move')
      ? [{ label: 'Vertagen', onSelect: () => change({ state: 'postponed' }, 'Vertagt') }]
      : []),
    ...(may ? [{ label: 'Löschen', onSelect: drop, separated: true }] : []),
  ]
  return (
    <li>
      <ProblemAlert error={error} />
      <div className="lt-actions">
        <strong>
          TOP {number}: {item.title}
        </strong>
        {actions.length > 0 && (
          <Menu
            label={`TOP ${number} ändern`}
            items={actions}
            size="small"
            variant="tertiary"
            icon="more"
            iconOnly
          />
        )}
      </div>
      <Sheet open={editing} onClose={() => setEditing(false)} title={`TOP ${number} ändern`}>
        {editing && (
          <ItemForm
            meetingId={meeting.id}
            editing={item}
            onDone={() => {
              setEditing(false)
              onChanged()
            }}
            onCancel={() => setEditing(false)}
          />
        )}
      </Sheet>
      {item.detail && <p className="committee-words">{item.detail}</p>}
      <span className="lt-actions">
        <span className="kern-body--small">
          {[itemPurposeLabels[item.purpose], item.presenter, item.minutes ? `${item.minutes} Min.` : null]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {!item.isPublic && <Badge>nicht öffentlich</Badge>}
        {item.withoutB3 && <Badge tone="info">ohne Baustein 3</Badge>}
        {item.state === 'postponed' && <Badge tone="warning">vertagt</Badge>}
        <SubjectLink item={item} />
        {item.case && (
          <>
            <Badge tone={item.case.named ? 'success' : 'neutral'}>
              {item.case.named ? 'mit Namen: Einwilligung gilt für alle' : 'nur ohne Namen'}
            </Badge>
            <Link to="/faelle/$caseId" params={{ caseId: item.case.id }}>
              Zum Fall
            </Link>
          </>
        )}
        {meeting.scope === 'foreign' && item.kind !== 'case' && meeting.can.includes('propose') && (
          <FileLink href={addressOf(meetingEndpoints.itemPdf, { id: item.id })}>Als Vorlage (PDF)</FileLink>
        )}
      </span>
    </li>
  )
}
