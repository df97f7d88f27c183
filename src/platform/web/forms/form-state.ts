import type { FieldError } from '../../contract/german.ts'
import type { Problem } from '../../contract/problem.ts'
import { setIn } from './form-path.ts'

/** What a form knows. Values are never thrown away by an error, a time-out or a conflict. */
export interface FormState<V> {
  values: V
  /** What `values` was at the start, after saving, or after a draft was discarded. */
  saved: V
  errors: FieldError[]
  /** The version that was typed over: a newer one that a refetch brings must not hide the conflict. */
  version: number | undefined
  /** A refusal that belongs to no field. */
  problem?: Problem | undefined
  /** The row as somebody else left it, after a 412. */
  conflict?: { current: unknown; problem: Problem } | undefined
  submitting: boolean
  /** Counts failed submits: the error summary takes the focus when it changes. */
  failures: number
  draft?: { savedAt: string; restored: boolean } | undefined
}

export type FormAction<V> =
  | { type: 'set'; path: string; value: unknown }
  | { type: 'replace'; values: V }
  | { type: 'submitting' }
  | { type: 'invalid'; errors: FieldError[] }
  | { type: 'refused'; problem: Problem }
  | { type: 'conflict'; problem: Problem }
  | { type: 'conflictSettled'; values?: V }
  | { type: 'saved' }
  | { type: 'draftRestored'; values: V; version: number | undefined; savedAt: string }
  | { type: 'draftSaved'; savedAt: string }
  | { type: 'draftDropped' }

export function initialFormState<V>(initial: V, version?: number): FormState<V> {
  return { values: initial, saved: initial, errors: [], version, submitting: false, failures: 0 }
}

export function formReducer<V>(state: FormState<V>, action: FormAction<V>): FormState<V> {
  switch (action.type) {
    case 'set':
      return {
        ...state,
        values: setIn(state.values, action.path, action.value),
        errors: withoutPath(state.errors, action.path),
      }
    case 'replace':
      return { ...state, values: action.values, errors: [] }
    case 'submitting':
      return { ...state, submitting: true, errors: [], problem: undefined }
    case 'invalid':
      return failed(state, { errors: action.errors })
    case 'refused':
      return failed(state, { errors: action.problem.fields ?? [], problem: action.problem })
    case 'conflict':
      return failed(state, { conflict: { current: action.problem.current, problem: action.problem } })
    case 'conflictSettled':
      return {
        ...state,
        conflict: undefined,
        values: action.values ?? state.values,
        version: versionOf(state.conflict?.current) ?? state.version,
      }
    case 'saved':
      return { ...initialFormState(state.values, state.version), failures: state.failures }
    case 'draftRestored':
      return {
        ...state,
        values: action.values,
        version: action.version ?? state.version,
        draft: { savedAt: action.savedAt, restored: true },
      }
    case 'draftSaved':
      return { ...state, draft: { savedAt: action.savedAt, restored: state.draft?.restored ?? false } }
    case 'draftDropped':
      return { ...state, values: state.saved, errors: [], draft: undefined }
  }
}

function failed<V>(state: FormState<V>, what: Partial<FormState<V>>): FormState<V> {
  return { ...state, ...what, submitting: false, failures: state.failures + 1 }
}

function versionOf(row: unknown): number | undefined {
  const version = (row as { version?: unknown } | undefined)?.version
  return typeof version === 'number' ? version : undefined
}

/** Typing in a field removes its message and those of its parts; the others stay until the next submit. */
function withoutPath(errors: FieldError[], path: string): FieldError[] {
  return errors.filter((error) => error.path !== path && !error.path.startsWith(`${path}.`))
}

/** The id of the control for a field, where the error summary links to. */
export function fieldId(formId: string, path: string): string {
  return `${formId}-${path.replaceAll('.', '-')}`
}
