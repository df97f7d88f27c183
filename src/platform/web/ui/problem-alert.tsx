import type { ReactElement } from 'react'

import type { Problem } from '../../contract/problem.ts'
import { ProblemError } from '../problem-error.ts'
import { Alert } from './alert.tsx'
import { Button } from './button.tsx'

export interface ProblemAlertProps {
  /** What was thrown; anything but a ProblemError is told as a fault of the program. */
  error: unknown
  onRetry?: (() => void) | undefined
}

/** Says why something could not be shown or done, and offers to try again. */
export function ProblemAlert({ error, onRetry }: ProblemAlertProps): ReactElement | null {
  if (!error) return null
  const problem: Pick<Problem, 'title' | 'detail' | 'id'> =
    error instanceof ProblemError ? error.problem : { title: 'Diese Seite konnte nicht angezeigt werden.' }
  return (
    <Alert tone="danger" title={problem.title} live>
      {problem.detail && <p className="kern-body">{problem.detail}</p>}
      {problem.id && <p className="kern-body kern-body--small">Kennung für die Betreuung: {problem.id}</p>}
      {onRetry && (
        <div>
          <Button size="small" icon="refresh" onClick={onRetry}>
            Noch einmal versuchen
          </Button>
        </div>
      )}
    </Alert>
  )
}
