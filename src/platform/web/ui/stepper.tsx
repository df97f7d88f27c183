import type { ReactElement } from 'react'

import { Icon } from './icon.tsx'

export interface Step {
  key: string
  label: string
  state: 'done' | 'current' | 'open'
  /** Since when, or what is still missing: one short line. */
  note?: string
}

/** Where something stands in its course. Shows, does not navigate. */
export function Stepper({ label, steps }: { label: string; steps: readonly Step[] }): ReactElement {
  return (
    <ol className="lt-stepper" aria-label={label}>
      {steps.map((step) => (
        <li
          key={step.key}
          className={`lt-stepper__step lt-stepper__step--${step.state}`}
          aria-current={step.state === 'current' ? 'step' : undefined}
        >
          <span className="lt-stepper__mark" aria-hidden="true">
            {step.state === 'done' && <Icon name="check" size={16} />}
          </span>
          <span>
            {step.label}
            {step.state === 'done' && <span className="kern-sr-only"> (erledigt)</span>}
            {step.note && <span className="lt-stepper__note">{step.note}</span>}
          </span>
        </li>
      ))}
    </ol>
  )
}
