import { lazy, Suspense, type ReactElement } from 'react'

import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Sheet } from '../../../platform/web/ui/sheet.tsx'
import { closeContact, useContactSheet } from './contact-sheet-store.ts'

const NewContactSheet = lazy(() => import('./new-contact.tsx'))
const EditContactSheet = lazy(() => import('./edit-contact.tsx'))

/** The contact sheet, over whatever page is open. What was typed is kept as a draft when it is closed. */
export default function ContactLayer(): ReactElement {
  const sheet = useContactSheet()
  const editing = sheet !== undefined && 'contactId' in sheet
  return (
    <Sheet open={sheet !== undefined} onClose={closeContact} title={editing ? 'Kontakt' : 'Kontakt erfassen'}>
      {sheet && (
        <Suspense fallback={<Loading />}>
          {'contactId' in sheet ? (
            <EditContactSheet key={sheet.contactId} contactId={sheet.contactId} />
          ) : (
            <NewContactSheet key={sheet.caseId ?? ''} caseId={sheet.caseId} />
          )}
        </Suspense>
      )}
    </Sheet>
  )
}
