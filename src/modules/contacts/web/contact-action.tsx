import { Button } from '../../../platform/web/ui/button.tsx'
import { openContact } from './contact-sheet-store.ts'

/** The likely next thing in a case: the only primary button of its head. */
export default function ContactAction({ caseId }: { caseId: string }) {
  return (
    <Button variant="primary" icon="topic" onClick={() => openContact({ caseId })}>
      Kontakt erfassen
    </Button>
  )
}
