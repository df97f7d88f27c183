import type { ReactElement } from 'react'

import { today } from '../../../platform/web/dates.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { EmptyState } from '../../../platform/web/ui/empty-state.tsx'
import type { AssessmentScreen } from '../contract/assessment.ts'

interface StartPanelProps {
  screen: AssessmentScreen
  busy: boolean
  onStart: (withScale: boolean) => void
}

/** The way into an assessment, or into the next one after a finished one. */
export function StartPanel({ screen, busy, onStart }: StartPanelProps): ReactElement | null {
  const { current, scale, domains, can } = screen
  const { dueOn } = screen.reassessment
  // Right after an assessment the next one is not what people came for.
  const isDue = current === null || dueOn === null || dueOn <= today()
  const buttons = can.includes('start') && (
    <div className="lt-actions">
      <Button variant={isDue ? 'primary' : 'secondary'} busy={busy} onClick={() => onStart(true)}>
        {current ? 'Re-Assessment beginnen' : 'Assessment beginnen'}
      </Button>
      {scale?.withoutScaleAllowed && (
        <Button variant="tertiary" busy={busy} onClick={() => onStart(false)}>
          Ohne Skala beginnen
        </Button>
      )}
    </div>
  )
  if (current) return buttons || null
  return (
    <EmptyState title="Noch kein Assessment" action={buttons || undefined}>
      {can.includes('start')
        ? `Gehen Sie die ${domains.length} Lebensbereiche gemeinsam durch. Alles wird laufend gespeichert; was heute nicht zur Sprache kommt, bleibt offen.`
        : 'In diesem Fall wurde noch kein Assessment begonnen.'}
    </EmptyState>
  )
}
