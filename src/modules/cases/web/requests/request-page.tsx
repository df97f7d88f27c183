import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { useView } from '../../../../platform/web/use-view.ts'
import { requestEndpoints, type RequestView } from '../../contract/requests/index.ts'
import { AssignSheet } from './assign-sheet.tsx'
import { ChangeForm } from './change-form.tsx'
import { OutcomeSheetForm } from './outcome-sheet-form.tsx'
import { PartnerCard } from './partner-card.tsx'
import { RequestActions } from './request-actions.tsx'
import { RequestFacts } from './request-facts.tsx'
import { TransferSheet } from './transfer-sheet.tsx'
import { StateBadge, UrgencyBadge } from './request-words.tsx'

export type OpenSheet = 'edit' | 'assign' | 'outcome' | 'transfer' | undefined

/** One request: what is known, and what may be done with it now. */
export function RequestPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView(requestEndpoints.read, { params: { id } })
  const breadcrumb = [{ label: 'Anfragen', to: '/anfragen' }, { label: 'Anfrage' }]
  if (!view.data) {
    return (
      <Page title="Anfrage" breadcrumb={breadcrumb}>
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      </Page>
    )
  }
  return <LoadedRequest view={view.data} breadcrumb={breadcrumb} />
}

interface LoadedRequestProps {
  view: RequestView
  breadcrumb: { label: string; to?: string }[]
}

function LoadedRequest({ view, breadcrumb }: LoadedRequestProps): ReactElement {
  const [sheet, setSheet] = useState<OpenSheet>()
  const close = () => setSheet(undefined)
  return (
    <Page
      title="Anfrage"
      breadcrumb={breadcrumb}
      narrow
      intro={
        <>
          <StateBadge state={view.state} /> {view.state === 'open' && <UrgencyBadge row={view} />}
        </>
      }
      actions={<RequestActions view={view} onOpen={setSheet} />}
    >
      <RequestFacts view={view} />
      {view.partnerRequest && <PartnerCard id={view.id} partner={view.partnerRequest} />}
      <Sheet open={sheet === 'edit'} onClose={close} title="Anfrage ändern">
        <ChangeForm key={view.version} view={view} onDone={close} />
      </Sheet>
      <Sheet open={sheet === 'outcome'} onClose={close} title="Anfrage abschließen">
        <OutcomeSheetForm view={view} onDone={close} />
      </Sheet>
      {sheet === 'transfer' && <TransferSheet view={view} onClose={close} />}
      {sheet === 'assign' && <AssignSheet requestId={view.id} onClose={close} />}
    </Page>
  )
}
