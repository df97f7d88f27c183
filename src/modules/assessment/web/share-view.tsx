import { useEffect, useRef, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import type { AssessmentScreen, AssessmentView } from '../contract/assessment.ts'
import { SharedDomains } from './shared-domains.tsx'

interface ShareViewProps {
  screen: AssessmentScreen
  assessment: AssessmentView
  onClose: () => void
}

/**
 * For looking at it together: large type over the whole screen. No other case, nothing to change by accident. Escape
 * or the button closes it.
 */
export function ShareView({ screen, assessment, onClose }: ShareViewProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="assess-share"
      aria-label="Lebensbereiche zum gemeinsamen Ansehen"
      onClose={onClose}
    >
      <div className="lt-actions">
        <Button variant="tertiary" icon="close" onClick={() => dialog.current?.close()}>
          Ansicht schließen
        </Button>
      </div>
      <SharedDomains screen={screen} assessment={assessment} />
    </dialog>
  )
}
