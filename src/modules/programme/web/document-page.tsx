import { useParams } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { DescriptionList } from '../../../platform/web/ui/description-list.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Page } from '../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { formatDate } from '../../../platform/web/dates.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { documentKindLabels } from '../contract/codes.ts'
import { programmeDocumentEndpoints, type DocumentView } from '../contract/documents.ts'
import { ChangeDocumentForm } from './document-form.tsx'
import { useProgrammeAction } from './use-programme-action.ts'
import { VersionCard } from './version-card.tsx'
import { everyMonths } from './words.ts'

/** One document: what the register says of it, and its versions, the newest first. */
export function DocumentPage(): ReactElement {
  const { id } = useParams({ strict: false }) as { id: string }
  const view = useView(programmeDocumentEndpoints.read, { params: { id } })
  const [editing, setEditing] = useState(false)
  const title = view.data?.title ?? 'Dokument'
  return (
    <Page
      title={title}
      breadcrumb={[
        { label: 'Konzepte und Ziele', to: '/konzepte' },
        { label: 'Dokumente', to: '/konzepte/dokumente' },
        { label: title },
      ]}
      actions={view.data && <Actions view={view.data} onEdit={() => setEditing(true)} />}
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && (
        <>
          <Facts view={view.data} />
          <div className="lt-stack">
            {view.data.versions.map((version) => (
              <VersionCard key={version.id} version={version} />
            ))}
          </div>
          <Dialog open={editing} onClose={() => setEditing(false)} title="Angaben zum Dokument" wide>
            {editing && <ChangeDocumentForm view={view.data} onDone={() => setEditing(false)} />}
          </Dialog>
        </>
      )}
    </Page>
  )
}

function Actions({ view, onEdit }: { view: DocumentView; onEdit: () => void }): ReactElement {
  const next = useProgrammeAction(
    () => call(programmeDocumentEndpoints.addVersion, { params: { id: view.id }, body: {} }),
    'Neue Fassung angelegt',
  )
  return (
    <>
      {view.can.includes('addVersion') && (
        <Button variant="primary" icon="add" busy={next.isPending} onClick={() => next.mutate(undefined)}>
          Neue Fassung
        </Button>
      )}
      {view.can.includes('change') && (
        <Button icon="edit" onClick={onEdit}>
          Angaben ändern
        </Button>
      )}
      <ProblemAlert error={next.error} />
    </>
  )
}

function Facts({ view }: { view: DocumentView }): ReactElement {
  const name = (body: DocumentView['approvalPath'][number]) =>
    view.bodies.find((one) => one.body === body)?.label ?? body
  const items = [
    { term: 'Art', value: documentKindLabels[view.kind] },
    {
      term: 'Weg',
      value:
        view.approvalPath.length === 0 ? 'keine Zustimmung nötig' : view.approvalPath.map(name).join(' → '),
    },
    {
      term: 'Prüfung',
      value: view.reviewMonths === null ? 'kein fester Abstand' : everyMonths(view.reviewMonths),
    },
    ...(view.remark === null ? [] : [{ term: 'Bemerkung', value: view.remark }]),
    ...(view.source === null ? [] : [{ term: 'Quelle', value: view.source }]),
    ...(view.endedOn === null ? [] : [{ term: 'Nicht mehr geführt seit', value: formatDate(view.endedOn) }]),
  ]
  return <DescriptionList items={items} />
}
