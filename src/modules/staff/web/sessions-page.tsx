import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import type { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Day } from '../../../platform/web/ui/day.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../platform/web/use-view.ts'
import { sessionEndpoints, type OpenSession } from '../contract/session.ts'
import { deviceName } from './device-name.ts'

type Row = z.infer<typeof OpenSession>

/** „Meine Anmeldungen“: where the person is signed in, each can be ended. */
export function SessionsPage(): ReactElement {
  const view = useView(sessionEndpoints.list)
  const [ending, setEnding] = useState<Row>()
  const client = useQueryClient()
  const revoke = useMutation({
    mutationFn: (row: Row) => call(sessionEndpoints.revoke, { params: { id: row.id } }),
    onSuccess: () => toast('Anmeldung beendet'),
    onSettled: () => {
      setEnding(undefined)
      return client.invalidateQueries({ queryKey: viewKey(sessionEndpoints.list) })
    },
  })
  return (
    <Page
      title="Meine Anmeldungen"
      breadcrumb={[{ label: 'Mein Profil', to: '/profil' }, { label: 'Meine Anmeldungen' }]}
    >
      <p className="kern-body">
        Kennen Sie ein Gerät nicht, beenden Sie seine Anmeldung und ändern Sie Ihr Kennwort.
      </p>
      {view.isPending && <Loading />}
      <ProblemAlert
        error={view.error ?? revoke.error}
        onRetry={view.error ? () => void view.refetch() : undefined}
      />
      {view.data && (
        <Table
          caption="Offene Anmeldungen"
          hideCaption
          columns={columns(setEnding)}
          rows={view.data.rows}
          rowKey={(row) => row.id}
        />
      )}
      <ConfirmDialog
        open={ending !== undefined}
        title="Anmeldung beenden?"
        confirm="Anmeldung beenden"
        busy={revoke.isPending}
        onConfirm={() => ending && revoke.mutate(ending)}
        onCancel={() => setEnding(undefined)}
      >
        <p className="kern-body">
          {deviceName(ending?.userAgent ?? null)}: Das Gerät wird sofort abgemeldet.
        </p>
      </ConfirmDialog>
    </Page>
  )
}

function columns(onEnd: (row: Row) => void): Column<Row>[] {
  return [
    {
      key: 'device',
      header: 'Gerät',
      cell: (row) => (
        <>
          {deviceName(row.userAgent)} {row.current && <Badge tone="info">dieses Gerät</Badge>}
        </>
      ),
    },
    { key: 'lastSeenAt', header: 'Zuletzt benutzt', cell: (row) => <Day at={row.lastSeenAt} relative /> },
    { key: 'createdAt', header: 'Angemeldet seit', cell: (row) => <Day at={row.createdAt} /> },
    { key: 'expiresAt', header: 'Endet von selbst', cell: (row) => <Day at={row.expiresAt} /> },
    {
      key: 'end',
      header: 'Aktion',
      action: true,
      cell: (row) =>
        !row.current && (
          <Button size="small" onClick={() => onEnd(row)}>
            Beenden
          </Button>
        ),
    },
  ]
}
