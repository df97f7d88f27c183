import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { formatDate, today } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Menu } from '../../../../platform/web/ui/menu.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import type { CaseOrganisationView, CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { organisationPartLabels } from '../../contract/codes.ts'
import { OrganisationDialog } from './organisation-dialog.tsx'
import { useCaseAction } from './use-case.ts'

/** Which offices and services have a part in the case. Being named here opens nothing to them. */
export function OrganisationsCard({ file }: { file: CaseView }): ReactElement {
  const [open, setOpen] = useState<'new' | CaseOrganisationView>()
  const end = useCaseAction(
    file.id,
    async ({ id, validTo }: Pick<CaseOrganisationView, 'id' | 'validTo'>) => {
      const params = { id: file.id, caseOrganisationId: id }
      await call(caseEndpoints.changeOrganisation, { params, body: { validTo } })
    },
    'Beteiligung geändert',
  )
  const edit = file.can.includes('edit')
  return (
    <Card
      title="Beteiligte Stellen"
      footer={
        edit && (
          <Button variant="tertiary" icon="add" onClick={() => setOpen('new')}>
            Stelle hinzufügen
          </Button>
        )
      }
    >
      <Table
        caption="Beteiligte Stellen"
        hideCaption
        rows={file.organisations}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title="Noch keine Stelle">
            Tragen Sie ein, wer sonst mit der Person arbeitet. Zugang zum Fall bekommt dadurch niemand.
          </EmptyState>
        }
        columns={[
          {
            key: 'organisation',
            header: 'Stelle',
            rowHeader: true,
            cell: ({ organisation, note }) => (
              <>
                {organisation.name}
                {note && <span className="lt-hint">{note}</span>}
              </>
            ),
          },
          { key: 'role', header: 'Aufgabe', cell: ({ role }) => organisationPartLabels[role] },
          {
            key: 'period',
            header: 'Zeitraum',
            cell: ({ validFrom, validTo }) =>
              validTo ? `bis ${formatDate(validTo)}` : `seit ${formatDate(validFrom)}`,
          },
          ...(edit
            ? [
                {
                  key: 'action',
                  header: 'Aktion',
                  action: true,
                  cell: (row: CaseOrganisationView) => (
                    <Menu
                      label={`Mehr zu ${row.organisation.name}`}
                      icon="more"
                      iconOnly
                      size="small"
                      align="end"
                      items={[
                        { label: 'Ändern', icon: 'edit', onSelect: () => setOpen(row) },
                        row.validTo === null
                          ? {
                              label: 'Beteiligung beenden',
                              onSelect: () => end.mutate({ id: row.id, validTo: today() }),
                            }
                          : {
                              label: 'Wieder beteiligt',
                              onSelect: () => end.mutate({ id: row.id, validTo: null }),
                            },
                      ]}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
      {open && (
        <OrganisationDialog
          file={file}
          row={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  )
}
