import type { ReactElement } from 'react'
import {
  AGE_GROUPS,
  HOUSEHOLD_ROLES,
  labelOf,
  NATIONALITY_GROUPS,
} from '../../../../platform/contract/code-lists/index.ts'
import { formatDate } from '../../../../platform/web/dates.ts'
import { Badge } from '../../../../platform/web/ui/badge.tsx'
import { Card } from '../../../../platform/web/ui/card.tsx'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'
import { Link } from '../../../../platform/web/ui/link.tsx'
import { Table } from '../../../../platform/web/ui/table.tsx'
import type { CasePersonView, CaseView } from '../../contract/case-view.ts'
import { nameInList } from './words.ts'

const origins: Readonly<Record<string, string>> = NATIONALITY_GROUPS

/** The persons of the case. Without names: age group and coarse origin, as oversight sees them. */
export function HouseholdCard({ file }: { file: CaseView }): ReactElement {
  const edit = file.can.includes('persons')
  const title = (member: CasePersonView) =>
    member.name ? nameInList(member.name) : labelOf(AGE_GROUPS, member.ageGroup)
  return (
    <Card
      title="Personen"
      footer={
        edit && (
          <Link to={`/faelle/${file.id}/personen/neu`} icon="add">
            Person hinzufügen
          </Link>
        )
      }
    >
      <Table
        caption="Personen des Falls"
        hideCaption
        rows={file.persons}
        rowKey={(member) => member.id}
        empty={
          <EmptyState title="Ohne Namen">Für eine Kurzintervention werden keine Namen gebraucht.</EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: file.access.identity ? 'Name' : 'Altersgruppe',
            cell: (member) => (
              <>
                {member.personId ? (
                  <Link to={`/faelle/${file.id}/personen/${member.id}`}>{title(member)}</Link>
                ) : (
                  title(member)
                )}{' '}
                {member.isMain && <Badge tone="info">Hauptperson</Badge>}
              </>
            ),
          },
          { key: 'role', header: 'Rolle', cell: (member) => labelOf(HOUSEHOLD_ROLES, member.role) },
          ...(file.access.identity
            ? []
            : [
                {
                  key: 'origin',
                  header: 'Herkunft',
                  cell: (member: CasePersonView) => origins[member.originGroup] ?? 'unbekannt',
                },
              ]),
          {
            key: 'period',
            header: 'Zeitraum',
            cell: (member) =>
              member.validTo ? `bis ${formatDate(member.validTo)}` : `seit ${formatDate(member.validFrom)}`,
          },
        ]}
      />
    </Card>
  )
}
