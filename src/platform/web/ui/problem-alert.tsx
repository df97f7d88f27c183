import type { ReactElement } from 'react'

import type { Problem } from '../../contract/problem.ts'
import { namedError } from '../forms/named-error.ts'
import { ProblemError } from '../problem-error.ts'
import { Alert } from './alert.tsx'
import { Button } from './button.tsx'

export interface ProblemAlertProps {
  /** What was thrown; anything but a ProblemError is told as a fault of the program. */
  error: unknown
  onRetry?: (() => void) | undefined
  /** Names of the fields: nothing is marked where the page shows them in no form, so they are listed here. */
  labels?: Readonly<Record<string, string>>
}

/** Says why something could not be shown or done, and offers to try again where that may help: a missing right stays missing. */
export function ProblemAlert({ error, onRetry, labels = {} }: ProblemAlertProps): ReactElement | null {
  if (!error) return null
  const problem: Pick<Problem, 'title' | 'detail' | 'id' | 'fields'> =
    error instanceof ProblemError ? error.problem : { title: 'Diese Seite konnte nicht angezeigt werden.' }
  return (
    <Alert tone="danger" title={problem.title} live>
      {problem.detail && <p className="kern-body">{problem.detail}</p>}
      {problem.fields && problem.fields.length > 0 && (
        <ul className="kern-body">
          {problem.fields.map((field) => (
            <li key={field.path}>{namedError(field, labels)}</li>
          ))}
        </ul>
      )}
      {problem.id && <p className="kern-body kern-body--small">Kennung für die Betreuung: {problem.id}</p>}
      {onRetry && !(error instanceof ProblemError && error.problem.status === 403) && (
        <div>
          <Button size="small" icon="refresh" onClick={onRetry}>
            Noch einmal versuchen
          </Button>
        </div>
      )}
    </Alert>
  )
}
