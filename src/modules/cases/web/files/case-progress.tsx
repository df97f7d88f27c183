import type { ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { formatDate } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { Stepper } from '../../../../platform/web/ui/stepper.tsx'
import { Why } from '../../../../platform/web/ui/why.tsx'
import type { CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'
import { Phase, phaseLabels } from '../../contract/codes.ts'
import { useLists } from '../use-lists.ts'
import { useCaseAction } from './use-case.ts'
import { factsLine, missingWords } from './words.ts'

/** Where the case stands, what is missing for the next phase, and the way there. */
export function CaseProgress({ file }: { file: CaseView }): ReactElement {
  const { phases, next, missing } = file.stepper
  const lists = useLists()
  const move = useCaseAction(
    file.id,
    (to: Phase) => call(caseEndpoints.changePhase, { params: { id: file.id }, body: { to } }),
    'Phase geändert',
  )
  const indexOf = (phase: Phase) => Phase.options.indexOf(phase)
  const blocked = missing.some((item) => item.blocking)
  const words = missing.map(({ code }) => missingWords[code as keyof typeof missingWords])
  return (
    <div className="lt-stack">
      <Stepper
        label="Phasen"
        steps={phases.filter(isShown).map(({ phase, state, since }) => ({
          key: phase,
          label: phaseLabels[phase],
          state,
          ...(state === 'current' && since ? { note: `seit ${formatDate(since)}` } : {}),
        }))}
      />
      <ProblemAlert error={move.error} />
      <div className="case-standing">
        <p className="kern-body kern-body--muted">
          {factsLine(file, lists.label('intensity', file.intensity))}
        </p>
        {words.length > 0 && (
          <Why label={blocked ? 'Für die nächste Phase fehlt noch etwas' : 'Vor der nächsten Phase bedenken'}>
            Es fehlt: {words.join(', ')}.
          </Why>
        )}
        {file.can.includes('phase') &&
          next.map((phase) => {
            const ahead = indexOf(phase) > indexOf(file.phase)
            return (
              <Button
                key={phase}
                size="small"
                icon={ahead ? 'forward' : 'back'}
                busy={move.isPending}
                {...(blocked && ahead
                  ? { disabled: true, disabledReason: `Es fehlt: ${words.join(', ')}.` }
                  : {})}
                onClick={() => move.mutate(phase)}
              >
                {`${ahead ? 'Weiter' : 'Zurück'}: ${phaseLabels[phase]}`}
              </Button>
            )
          })}
      </div>
    </div>
  )
}

/** What lies before and after the work is shown only when the case has been there. */
const isShown = ({ phase, state, since }: CaseView['stepper']['phases'][number]): boolean =>
  (phase !== 'request' && phase !== 'aftercare') || state === 'current' || since !== null
