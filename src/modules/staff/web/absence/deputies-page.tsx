import { useState, type ReactElement } from 'react'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { Sheet } from '../../../../platform/web/ui/sheet.tsx'
import { ArrangeDeputyForm } from './arrange-deputy-form.tsx'
import { DeputyTable } from './deputy-table.tsx'

/** „Vertretungen“: own, overseen, or all for the administration. */
export function DeputiesPage(): ReactElement {
  const [arranging, setArranging] = useState(false)
  const { session } = useApp()
  return (
    <Page
      title="Vertretungen"
      intro="Eine Vertretung öffnet die Fälle der abwesenden Person und endet von selbst."
      actions={
        session.rights.has('deputy.arrange') && (
          <Button variant="primary" icon="add" onClick={() => setArranging(true)}>
            Vertretung eintragen
          </Button>
        )
      }
    >
      <DeputyTable />
      <Sheet open={arranging} onClose={() => setArranging(false)} title="Vertretung eintragen">
        {arranging && <ArrangeDeputyForm onDone={() => setArranging(false)} />}
      </Sheet>
    </Page>
  )
}
