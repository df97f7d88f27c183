import { useEffect, useRef, type ReactElement } from 'react'

export interface SummaryEntry {
  /** id of the control. */
  target: string
  message: string
}

export interface ErrorSummaryProps {
  entries: readonly SummaryEntry[]
  /** Takes the focus whenever this changes (count of failed submits). */
  attempt: number
}

/** All wrong fields at once, each a link to its field. */
export function ErrorSummary({ entries, attempt }: ErrorSummaryProps): ReactElement | null {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  if (entries.length === 0) return null
  const count = entries.length === 1 ? 'Eine Angabe stimmt' : `${entries.length} Angaben stimmen`
  return (
    <div
      ref={box}
      tabIndex={-1}
      className="kern-alert kern-alert--danger lt-alert"
      role="group"
      aria-label="Fehlerliste"
    >
      <div className="kern-alert__header">
        <span className="kern-icon kern-icon--danger" aria-hidden="true" />
        <p className="kern-title">{count} noch nicht</p>
      </div>
      <div className="kern-alert__body">
        <ul className="lt-error-list">
          {entries.map((entry) => (
            <li key={entry.target}>
              <a
                className="kern-link kern-link--no-visited-state"
                href={`#${entry.target}`}
                onClick={(event) => {
                  event.preventDefault()
                  focusField(entry.target)
                }}
              >
                {entry.message}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Of a group (chips, radios) its first control: only there can be answered, and the focus be seen. */
function focusField(id: string): void {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  const first =
    field instanceof HTMLFieldSetElement ? field.querySelector<HTMLElement>('input, button, select') : null
  const target = first ?? field
  target?.focus()
}
