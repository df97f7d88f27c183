import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Alert } from '../../../../platform/web/ui/alert.tsx'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import type { useView } from '../../../../platform/web/use-view.ts'
import { userEndpoints, type OpenWork } from '../../contract/users.ts'
import { useStaffAction } from '../use-staff-action.ts'
import { openWorkRows, type OpenWorkRow } from './open-work-rows.ts'
import type { UserCardProps } from './user-page.tsx'

interface OpenWorkListProps extends UserCardProps {
  view: ReturnType<typeof useView<typeof userEndpoints.openWork>>
}

/** What would be left behind, with the way to put each back. Numbers only, nothing compared. */
export function OpenWorkList({ user, confirmed, view }: OpenWorkListProps): ReactElement {
  const release = useStaffAction(
    (what: NonNullable<OpenWorkRow['release']>) =>
      confirmed(() =>
        call(userEndpoints.releaseOpenWork, { params: { id: user.id }, body: { [what]: true } }),
      ),
    { done: 'Zurückgegeben', views: [userEndpoints.openWork, userEndpoints.read] },
  )
  if (view.isPending) return <Loading />
  if (!view.data) return <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
  const rows = openWorkRows(view.data)
  return (
    <>
      <ProblemAlert error={release.error} />
      {view.data.nothingLeft && <Alert tone="success" title="Es ist nichts mehr zu übergeben." />}
      {rows.length > 0 && (
        <Table
          caption="Noch zu übergeben"
          rows={rows}
          rowKey={({ key }) => key}
          columns={[
            { key: 'what', header: 'Was', rowHeader: true, cell: ({ what }) => what },
            { key: 'how', header: 'Wie es weitergeht', cell: ({ how }) => how },
            {
              key: 'action',
              header: 'Aktion',
              action: true,
              cell: ({ what, release: kind, action }) =>
                kind && (
                  <Button
                    size="small"
                    busy={release.isPending}
                    aria-label={`${action}: ${what}`}
                    onClick={() => release.mutate(kind)}
                  >
                    {action}
                  </Button>
                ),
            },
          ]}
        />
      )}
      <HandOverBy work={view.data} />
    </>
  )
}

function HandOverBy({ work }: { work: OpenWork }): ReactElement | null {
  if (work.openCases + work.closedCases === 0) return null
  const names = work.handOverBy.map(({ name }) => name).join(', ')
  return (
    <p className="kern-body">
      {names
        ? `Die Fälle kann die Person selbst übergeben, oder die Fachaufsicht: ${names} (Fälle › Fälle übergeben).`
        : 'Die Fälle kann nur die Person selbst übergeben. Richten Sie eine Fachaufsicht ein, damit es auch ohne sie geht.'}
    </p>
  )
}
