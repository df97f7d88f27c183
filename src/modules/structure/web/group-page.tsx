import { useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { Why } from '../../../platform/web/ui/why.tsx'
import { usePages, useView } from '../../../platform/web/use-view.ts'
import type { BarrierRow, GroupView } from '../contract/barriers.ts'
import { barrierKindLabels, barrierStateLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { casesWord, stateTones, whereAndWhen } from './barrier-words.ts'
import { AddMembersForm, RenameGroupForm } from './group-forms.tsx'
import { IntoTheme } from './into-theme.tsx'
import './structure.css'

/** A group of like barriers: what stands behind it, its members, and the way into a theme. */
export function GroupPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const client = useQueryClient()
  const view = useView(structureEndpoints.readGroup, { params: { id } })
  const [mode, setMode] = useState<'rename' | 'add'>()
  const group = view.data
  const close = () => setMode(undefined)
  const done = () => {
    close()
    void client.invalidateQueries()
  }
  return (
    <Page
      title={group?.title ?? 'Gruppe von Hürden'}
      windowTitle="Gruppe von Hürden"
      breadcrumb={[
        { label: 'Hürden', to: '/huerden' },
        { label: 'Gruppen', to: '/huerden/gruppen' },
        { label: 'Gruppe' },
      ]}
      actions={
        group?.can.includes('change') && (
          <Button icon="edit" onClick={() => setMode('rename')}>
            Gruppe umbenennen
          </Button>
        )
      }
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {group && (
        <div className="lt-stack">
          <Facts group={group} />
          {group.barriers > 0 && <IntoTheme barriers={[]} group={group} />}
          <Members group={group} onAdd={() => setMode('add')} onChanged={done} />
        </div>
      )}
      <Dialog open={group !== undefined && mode === 'rename'} onClose={close} title="Gruppe umbenennen">
        {group && <RenameGroupForm key={group.version} group={group} onDone={done} onCancel={close} />}
      </Dialog>
      <Dialog open={group !== undefined && mode === 'add'} onClose={close} title="Hürden aufnehmen" wide>
        {group && <AddMembersForm group={group} onDone={done} onCancel={close} />}
      </Dialog>
    </Page>
  )
}

function Facts({ group }: { group: GroupView }): ReactElement {
  return (
    <Card title="Was dahintersteht">
      <DescriptionList
        items={[
          { term: 'Hürden', value: group.barriers },
          {
            term: 'Fälle',
            value: (
              <>
                {casesWord(group.cases)}{' '}
                <Why label="Warum so ungenau?" source="Schwelle des Kreises für Zahlen">
                  Die Zahl der Fälle wird auf volle fünf abgerundet und unter der Schwelle nicht genannt.
                </Why>
              </>
            ),
          },
          ...(group.note ? [{ term: 'Notiz', value: group.note }] : []),
        ]}
      />
    </Card>
  )
}

interface MembersProps {
  group: GroupView
  onAdd: () => void
  onChanged: () => void
}

function Members({ group, onAdd, onChanged }: MembersProps): ReactElement {
  const query = { groupId: group.id, state: 'all' as const }
  const { rows, error, loading, retry, pager } = usePages<typeof structureEndpoints.list, BarrierRow>(
    structureEndpoints.list,
    { query },
  )
  const [failed, setFailed] = useState<unknown>()
  const writes = group.can.includes('change')
  const remove = async (row: BarrierRow) => {
    setFailed(undefined)
    try {
      const body = { remove: [row.id] }
      await call(structureEndpoints.changeGroup, { params: { id: group.id }, body, ifMatch: group.version })
      toast('Aus der Gruppe genommen')
      onChanged()
    } catch (problem) {
      setFailed(problem)
    }
  }
  return (
    <Card
      title="Hürden der Gruppe"
      end={
        writes && (
          <Button size="small" icon="add" onClick={onAdd}>
            Hürden aufnehmen
          </Button>
        )
      }
    >
      {loading && <Loading />}
      <ProblemAlert error={failed ?? error} onRetry={retry} />
      {!loading && !error && rows.length === 0 && (
        <EmptyState title="Die Gruppe ist leer">Nehmen Sie Hürden auf, die dasselbe zeigen.</EmptyState>
      )}
      <ul className="structure-plain">
        {rows.map((row) => (
          <li key={row.id}>
            <Link to="/huerden/$id" params={{ id: row.id }}>
              {row.title}
            </Link>{' '}
            <Badge tone={stateTones[row.state]}>{barrierStateLabels[row.state]}</Badge>{' '}
            <span className="kern-body--small">
              {barrierKindLabels[row.kind]} · {whereAndWhen(row)}
            </span>
            {writes && (
              <div className="lt-actions">
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={`Herausnehmen: ${row.title}`}
                  onClick={() => void remove(row)}
                >
                  Herausnehmen
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      <Pager {...pager} />
    </Card>
  )
}
