import { useId, type ReactElement } from 'react'

export interface ProgressProps {
  label: string
  /** Absent: under way, nobody knows how far. */
  value?: number
  max?: number
  /** In words, „3 von 9 besprochen“. */
  text?: string
}

export function Progress({ label, value, max = 100, text }: ProgressProps): ReactElement {
  const id = useId()
  return (
    <div className="kern-progress lt-progress">
      <label className="kern-label kern-label--small" htmlFor={id}>
        {label}
        {text && <span className="lt-progress__text">{text}</span>}
      </label>
      <progress id={id} value={value} max={max} />
    </div>
  )
}
