import { useEffect, useRef, useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import type { Plan } from '../contract/plan.ts'
import { SharedAgreement } from './shared-agreement.tsx'
import { SharedGoals } from './shared-goals.tsx'

interface ShareViewProps {
  plan: Plan
  onClose: () => void
}

/**
 * For looking at it together: goals and agreement in large type over the whole screen. No navigation, no other case,
 * nothing to change by accident. Escape or the button closes it.
 */
export function ShareView({ plan, onClose }: ShareViewProps): ReactElement {
  const dialog = useRef<HTMLDialogElement>(null)
  const [page, setPage] = useState<'goals' | 'agreement'>('goals')
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog
      ref={dialog}
      className="plan-share"
      aria-label="Plan und Vereinbarung zum gemeinsamen Ansehen"
      onClose={onClose}
    >
      <div className="lt-actions plan-share__bar">
        <Button aria-pressed={page === 'goals'} onClick={() => setPage('goals')}>
          Ziele
        </Button>
        <Button aria-pressed={page === 'agreement'} onClick={() => setPage('agreement')}>
          Vereinbarung
        </Button>
        <Button variant="tertiary" icon="close" onClick={() => dialog.current?.close()}>
          Ansicht schließen
        </Button>
      </div>
      {page === 'goals' ? <SharedGoals plan={plan} /> : <SharedAgreement plan={plan} />}
    </dialog>
  )
}
