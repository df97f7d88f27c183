import type { ReactElement } from 'react'

import { formatDate } from '../../../platform/web/dates.ts'
import { Alert } from '../../../platform/web/ui/alert.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import type { ThemeMoveView, ThemeView } from '../contract/themes.ts'

interface UnmovedProps {
  theme: ThemeView
  onMove: (move: ThemeMoveView, decidedOn: string) => void
}

/** Decisions that moved nothing, with the way to what they lack; and a step whose decision no longer stands. */
export function UnmovedDecisions({ theme, onMove }: UnmovedProps): ReactElement {
  const last = theme.steps.at(-1)
  return (
    <>
      {last?.basis && (
        <Alert tone="warning" title={`Die Grundlage für „${last.label ?? last.to}“ steht nicht fest`}>
          {last.basis === 'takenBack'
            ? 'Die Niederschrift mit dem Beschluss ist zur Korrektur zurückgeholt. Warten Sie, bis sie wieder bei den Mitgliedern ist.'
            : 'Der Beschluss ist gestrichen, vertagt oder aufgehoben. Das Thema bleibt, wo es ist; entscheiden Sie, wie es weitergeht.'}
        </Alert>
      )}
      {theme.unmoved.map((one) => {
        const move = theme.moves.find(({ key }) => key === one.move)
        return (
          <Alert
            key={one.decisionId}
            tone="warning"
            title={`Beschluss vom ${formatDate(one.decidedOn)}, ${one.committee}`}
          >
            <p className="kern-body">{one.text}</p>
            {move && theme.can.includes('move') && (
              <div className="lt-actions theme-print-hidden">
                <Button onClick={() => onMove(move, one.decidedOn)}>
                  {one.missing.length > 0 ? 'Angaben ergänzen und Schritt gehen' : 'Schritt gehen'}
                </Button>
              </div>
            )}
          </Alert>
        )
      })}
    </>
  )
}
