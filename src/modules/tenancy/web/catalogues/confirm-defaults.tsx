import { useState, type ReactElement } from 'react'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../../platform/web/ui/confirm-dialog.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import type { CatalogueEntry } from '../../contract/catalogue-entry.ts'
import { useConfirmAll } from './use-confirm-all.ts'

/** Shown while a list has defaults nobody has confirmed. */
export function ConfirmDefaults({
  name,
  entries,
}: {
  name: string
  entries: readonly CatalogueEntry[]
}): ReactElement | null {
  const [asking, setAsking] = useState(false)
  const confirm = useConfirmAll(entries, () => setAsking(false))
  const defaults = entries.filter((entry) => entry.isDefault)
  if (defaults.length === 0) return null
  return (
    <div className="lt-actions">
      <Button icon="check" onClick={() => setAsking(true)}>
        Vorgaben dieser Liste bestätigen
      </Button>
      <ConfirmDialog
        open={asking}
        title={`Vorgaben bestätigen: ${name}?`}
        confirm="Vorgaben bestätigen"
        busy={confirm.isPending}
        onConfirm={() => confirm.mutate()}
        onCancel={() => setAsking(false)}
      >
        <p className="kern-body">
          {`${defaults.length} Einträge kommen aus keinem Konzept. Mit der Bestätigung gelten sie als Entscheidung des Kreises; ändern lassen sie sich weiterhin.`}
        </p>
        <ProblemAlert error={confirm.error} />
      </ConfirmDialog>
    </div>
  )
}
