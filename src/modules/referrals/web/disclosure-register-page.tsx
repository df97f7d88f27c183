import type { ReactElement } from 'react'

import { Day } from '../../../platform/web/ui/day.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Table, type Column } from '../../../platform/web/ui/table.tsx'
import { usePages } from '../../../platform/web/use-view.ts'
import {
  clientInformedLabels,
  disclosureGroundLabels,
  disclosureRecipientLabels,
  disclosureStateLabels,
} from '../contract/disclosure-codes.ts'
import { disclosureEndpoints, type RegisteredDisclosure } from '../contract/disclosures.ts'

/** For the data protection officer: that it happened, on which ground, to whom, and whether the person knows. */
export function DisclosureRegisterPage(): ReactElement {
  const { rows, error, loading, retry, pager } = usePages<
    typeof disclosureEndpoints.register,
    RegisteredDisclosure
  >(disclosureEndpoints.register, {})
  return (
    <Page
      title="Übermittlungen ohne Einwilligung"
      intro="Grundlage, Empfänger und Stand, ohne Fall, Person und Wortlaut."
    >
      {loading && <Loading />}
      <ProblemAlert error={error} onRetry={retry} />
      {!loading && !error && (
        <Table
          caption="Übermittlungen ohne Einwilligung"
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          empty={
            <EmptyState title="Keine Übermittlung">
              Bisher wurde keine Übermittlung ohne Einwilligung geprüft.
            </EmptyState>
          }
        />
      )}
      <Pager {...pager} />
    </Page>
  )
}

const columns: Column<RegisteredDisclosure>[] = [
  { key: 'askedOn', header: 'Geprüft seit', cell: (row) => <Day at={row.askedOn} /> },
  { key: 'organisation', header: 'Träger', cell: (row) => row.organisation ?? '' },
  { key: 'ground', header: 'Grundlage', cell: (row) => disclosureGroundLabels[row.ground] },
  {
    key: 'recipient',
    header: 'Empfänger',
    cell: (row) => row.recipient ?? disclosureRecipientLabels[row.recipientKind],
  },
  { key: 'state', header: 'Stand', cell: (row) => disclosureStateLabels[row.state] },
  {
    key: 'clientInformed',
    header: 'Person informiert',
    cell: (row) => (row.clientInformed === null ? '' : clientInformedLabels[row.clientInformed]),
  },
]
