import { useEffect, useRef, type KeyboardEvent, type ReactElement, type ReactNode } from 'react'

import { Alert } from '../ui/alert.tsx'
import { Button } from '../ui/button.tsx'
import { ErrorSummary } from '../ui/error-summary.tsx'
import { SavedAt } from '../ui/saved-at.tsx'
import { ConflictNotice } from './conflict-notice.tsx'
import { fieldId } from './form-state.ts'
import { namedError } from './named-error.ts'
import type { FormHandle } from './use-form.ts'

export interface FormProps<V> {
  form: FormHandle<V>
  /** The verb and object of the primary button: „Kontakt speichern“. */
  action: string
  /** Names of the fields, by path; used by the error summary and when two people changed the same row. */
  labels?: Record<string, string>
  /** Turns the row as it is now (of the 412 answer) into values of this form. Needed where rows are versioned. */
  fromCurrent?: (current: unknown) => V
  onCancel?: () => void
  /** Beside the buttons. */
  end?: ReactNode
  children: ReactNode
}

/** A form with its messages: error summary, refusal with retry, conflict, draft, buttons. Strg + Enter saves. */
export function Form<V>(props: FormProps<V>): ReactElement {
  const { form, action, labels, fromCurrent, onCancel, end, children } = props
  const { state } = form
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void form.submit()
    }
  }
  return (
    // Strg + Enter from any field; the button does the same.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      noValidate
      className="lt-form"
      onKeyDown={onKeyDown}
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        void form.submit()
      }}
    >
      {state.draft?.restored && (
        <Alert tone="info" title="Ihr Entwurf ist wieder da">
          <div className="lt-actions">
            <Button size="small" onClick={form.discardDraft}>
              Entwurf verwerfen
            </Button>
          </div>
        </Alert>
      )}
      <ErrorSummary attempt={state.failures} entries={summaryOf(form, labels)} />
      <Refusal form={form}>
        {state.conflict && (
          <ConflictNotice
            conflict={state.conflict}
            mine={state.values}
            labels={labels ?? {}}
            fromCurrent={fromCurrent}
            onKeepMine={form.keepMine}
            onTakeCurrent={form.takeCurrent}
          />
        )}
      </Refusal>
      {children}
      <div className="lt-actions lt-form__actions">
        <Button type="submit" variant="primary" busy={state.submitting}>
          {action}
        </Button>
        {onCancel && (
          <Button variant="tertiary" onClick={onCancel}>
            Abbrechen
          </Button>
        )}
        {end}
        <SavedAt at={state.draft?.savedAt} />
      </div>
    </form>
  )
}

function summaryOf<V>(form: FormHandle<V>, labels: Record<string, string> = {}) {
  return form.state.errors.map((error) => ({
    target: fieldId(form.id, error.path),
    message: namedError(error, labels),
  }))
}

/** What belongs to no field; takes the focus, because the button pressed may be far below. */
function Refusal<V>({ form, children }: { form: FormHandle<V>; children: ReactNode }): ReactElement | null {
  const { problem, errors, conflict, failures } = form.state
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (failures > 0) box.current?.focus()
  }, [failures])
  if (errors.length > 0 || (!problem && !conflict)) return null
  return (
    <div ref={box} tabIndex={-1} className="lt-stack">
      {problem && (
        <Alert tone="danger" title={problem.title}>
          <p className="kern-body">{problem.detail ?? 'Ihre Eingabe ist noch da.'}</p>
          {problem.id && (
            <p className="kern-body kern-body--small">Kennung für die Betreuung: {problem.id}</p>
          )}
        </Alert>
      )}
      {children}
    </div>
  )
}
