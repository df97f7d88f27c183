import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { TextArea } from '../../../platform/web/ui/text-area.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { usePages, useView } from '../../../platform/web/use-view.ts'
import { z } from 'zod'
import { reconstructionResultLabels, reconstructionStateLabels } from '../contract/codes.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'
import type { ReconstructionRow } from '../contract/reconstructions.ts'
import { StructureTabs } from './structure-tabs.tsx'
import './themes.css'

const columns: Column<ReconstructionRow>[] = [
  {
    key: 'title',
    header: 'Fall',
    rowHeader: true,
    cell: (row) => (
      <Link to="/rekonstruktionen/$id" params={{ id: row.id }}>
        {row.title}
      </Link>
    ),
  },
  {
    key: 'origin',
    header: 'Art',
    cell: (row) => (row.origin === 'offered' ? 'pseudonymisiert' : 'konstruiert'),
  },
  { key: 'state', header: 'Stand', cell: (row) => <Badge>{reconstructionStateLabels[row.state]}</Badge> },
  { key: 'stations', header: 'Stationen', cell: (row) => row.stations },
  {
    key: 'result',
    header: 'Ergebnis',
    cell: (row) => row.theme?.name ?? (row.result ? reconstructionResultLabels[row.result] : '–'),
  },
  { key: 'moderator', header: 'Moderation', cell: (row) => row.moderator ?? '–' },
]

/** „Rekonstruktionen“: what is worked on, what was offered, what came of it. */
export function ReconstructionsPage(): ReactElement {
  const { session } = useApp()
  const [adding, setAdding] = useState(false)
  const writes = session.rights.has(reconstructionEndpoints.create.right)
  const { rows, error, loading, retry, pager } = usePages<
    typeof reconstructionEndpoints.list,
    ReconstructionRow
  >(reconstructionEndpoints.list, { query: {} })
  return (
    <Page
      title="Rekonstruktionen"
      intro="Einen Fall gemeinsam nachzeichnen und fragen, was die Struktur damit zu tun hat. Ohne Namen, ohne Daten."
      actions={
        <>
          {writes && (
            <Button variant="primary" icon="add" onClick={() => setAdding(true)}>
              Konstruierten Fall beginnen
            </Button>
          )}
          {session.rights.has(reconstructionEndpoints.offer.right) && (
            <Link to="/rekonstruktionen/anbieten" look={writes ? 'secondary' : 'primary'} icon="add">
              Eigenen Fall anbieten
            </Link>
          )}
        </>
      }
    >
      <StructureTabs />
      {writes && <Waiting />}
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <Table
          caption="Fallrekonstruktionen"
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Noch keine Rekonstruktion">
              Die Koordination beginnt sie mit einem konstruierten Fall oder übernimmt einen angebotenen.
            </EmptyState>
          }
        />
      )}
      <Pager {...pager} />
      {session.rights.has(reconstructionEndpoints.offered.right) && <Offered />}
      <Dialog open={adding} onClose={() => setAdding(false)} title="Konstruierten Fall beginnen">
        {adding && <NewForm onCancel={() => setAdding(false)} />}
      </Dialog>
    </Page>
  )
}

/** Offered cases nobody has taken: what the coordination is asked. */
function Waiting(): ReactElement | null {
  const { data, error } = useView(reconstructionEndpoints.list, { query: { state: 'offered', limit: 50 } })
  if (!data || data.rows.length === 0) return <ProblemAlert error={error} />
  return (
    <Card title="Angebotene Fälle">
      <p className="kern-body">
        Nehmen Sie einen in Arbeit oder sagen Sie, warum nicht. Wer ihn anbietet, ist nicht zu sehen.
      </p>
      <ul className="theme-plain">
        {data.rows.map((row) => (
          <li key={row.id}>
            <Link to="/rekonstruktionen/$id" params={{ id: row.id }}>
              {row.title}
            </Link>
          </li>
        ))}
      </ul>
      {data.next && <p className="kern-body--small">Weitere stehen in der Liste.</p>}
    </Card>
  )
}

const New = z.object({
  title: z.string().trim().min(1, 'Bitte geben Sie einen Titel ein.').max(200),
  situation: z.string().max(4000),
})

function NewForm({ onCancel }: { onCancel: () => void }): ReactElement {
  const navigate = useNavigate()
  const form = useForm({
    schema: New,
    initial: { title: '', situation: '' },
    draftKey: 'reconstruction:new',
    submit: async (body, { idempotencyKey }) => {
      const { id } = await call(reconstructionEndpoints.create, { body, idempotencyKey })
      await navigate({ to: '/rekonstruktionen/$id', params: { id } as never })
    },
  })
  return (
    <Form
      form={form}
      action="Rekonstruktion beginnen"
      labels={{ title: 'Titel', situation: 'Ausgangslage' }}
      onCancel={onCancel}
    >
      <TextField
        label="Titel"
        hint="Zum Beispiel „Mutter mit zwei Kindern sucht einen Sprachkurs“."
        required
        {...form.field('title')}
      />
      <TextArea label="Ausgangslage" rows={4} {...form.field('situation')} />
    </Form>
  )
}

/** What the person offered. Nobody else knows that it was hers. */
function Offered(): ReactElement | null {
  const view = useView(reconstructionEndpoints.offered)
  if (!view.data || view.data.rows.length === 0) return <ProblemAlert error={view.error} />
  return (
    <Card title="Von mir angeboten">
      <p className="kern-body kern-body--muted">Nur Sie sehen, dass diese Fälle von Ihnen kommen.</p>
      <ul className="theme-plain">
        {view.data.rows.map((row) => (
          <li key={row.id}>
            <strong>{row.title}</strong> <Badge>{reconstructionStateLabels[row.state]}</Badge>
            {row.theme && (
              <div>
                Daraus wurde das Thema{' '}
                <Link to="/themen/$id" params={{ id: row.theme.id }}>
                  {row.theme.name}
                </Link>
              </div>
            )}
            {row.words && <div className="theme-words">{row.words}</div>}
          </li>
        ))}
      </ul>
    </Card>
  )
}
