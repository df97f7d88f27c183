import { useNavigate } from '@tanstack/react-router'
import { Suspense, useLayoutEffect, useRef, useState, type ReactElement } from 'react'
import { useSharing } from '../../../../platform/web/shell/use-sharing.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { useParts } from '../../../../platform/web/use-parts.ts'
import { useCaseId } from './use-case-id.ts'

/**
 * „Bildschirm teilen“: what a client may look at, in large type over the whole screen. Modules put their views into
 * the slot `share`; notes, tasks, other cases, messages and shortcuts stay away until it is closed, also after the
 * page was loaded anew.
 */
export function SharePage(): ReactElement {
  useSharing()
  const caseId = useCaseId()
  const navigate = useNavigate()
  const dialog = useRef<HTMLDialogElement>(null)
  const parts = useParts<{ caseId: string }>('share')
  const [shown, show] = useState(parts[0]?.key)
  const close = () => void navigate({ to: '/faelle/$id', params: { id: caseId } })
  useLayoutEffect(() => {
    const element = dialog.current
    element?.showModal()
    document.title = 'Lotse'
    return () => element?.close()
  }, [])
  const part = parts.find(({ key }) => key === shown)
  return (
    <dialog
      ref={dialog}
      className="lt-share"
      aria-label="Zum gemeinsamen Ansehen"
      onCancel={(event) => {
        event.preventDefault()
        close()
      }}
    >
      <div className="lt-actions lt-share__bar">
        {parts.map(({ key, label }) => (
          <Button key={key} aria-pressed={key === shown} onClick={() => show(key)}>
            {label}
          </Button>
        ))}
        <Button variant="tertiary" icon="close" onClick={close}>
          Ansicht beenden
        </Button>
      </div>
      <Suspense fallback={<Loading />}>{part && <part.Component key={caseId} caseId={caseId} />}</Suspense>
    </dialog>
  )
}
