import { useId, useReducer, type Dispatch } from 'react'
import type { z } from 'zod'

import type { FieldError } from '../../contract/german.ts'
import { getIn, type PathValue, type ValidPath } from './form-path.ts'
import { fieldId, formReducer, initialFormState, type FormAction, type FormState } from './form-state.ts'
import { useDraft } from './use-draft.ts'
import { useSubmit } from './use-submit.ts'

export interface SubmitContext {
  /** Stays the same while the same values are tried again: pass it to `call`. */
  idempotencyKey: string
  /** The version to send as `If-Match`: the one typed over, or after a settled conflict the newer one. */
  ifMatch: number | undefined
}

/** Schema of an object: what is typed goes in, what is sent comes out. */
export type FormSchema = z.ZodType<unknown, object>

export interface FormOptions<S extends FormSchema> {
  schema: S
  initial: z.input<S>
  /** Sends the checked values. Let `ProblemError`s of `call` pass: they become messages at the fields. */
  submit: (values: z.output<S>, context: SubmitContext) => Promise<unknown>
  /** Version of the row being edited. Give the form a `key` with it where the page stays after saving. */
  version?: number | undefined
  /** Turns on autosave: an id of the form, unique for the person (`contact:<case id>`). */
  draftKey?: string | undefined
  /** `false` for forms whose typing may be lost without a question (filters, sign-in). */
  warnOnLeave?: boolean
}

/** What a field component of `ui/` takes besides its label. */
export interface BoundField<Value> {
  id: string
  name: string
  value: Value
  onChange: (value: Value) => void
  error: string | undefined
}

export interface FormHandle<V> {
  id: string
  state: FormState<V>
  values: V
  dirty: boolean
  field: <P extends string>(path: ValidPath<V, P>) => BoundField<PathValue<V, P>>
  set: <P extends string>(path: ValidPath<V, P>, value: PathValue<V, P>) => void
  replace: (values: V) => void
  /** Checks and sends; answers whether it was saved. */
  submit: () => Promise<boolean>
  discardDraft: () => void
  /** After a conflict: keep what was typed (saved over the newer version) or take what is there now. */
  keepMine: () => void
  takeCurrent: (values: V) => void
}

/** Values, messages, draft and conflict of one form; show it with `Form`. */
export function useForm<S extends FormSchema>(options: FormOptions<S>): FormHandle<z.input<S>> {
  type V = z.input<S>
  const id = useId()
  const [state, dispatch] = useReducer(formReducer<V>, initialFormState<V>(options.initial, options.version))
  const dirty = state.values !== state.saved && JSON.stringify(state.values) !== JSON.stringify(state.saved)
  const dropDraft = useDraft({
    key: options.draftKey,
    values: state.values,
    version: state.version,
    dirty,
    onRestore: ({ values, version }, savedAt) =>
      dispatch({ type: 'draftRestored', values: { ...options.initial, ...values }, version, savedAt }),
    onSave: (savedAt) => dispatch({ type: 'draftSaved', savedAt }),
  })
  const submit = useSubmit({ options, state, dispatch, dirty, onSaved: dropDraft })
  return {
    id,
    state,
    values: state.values,
    dirty,
    field: (path) => bound(id, state, dispatch, path),
    set: (path, value) => dispatch({ type: 'set', path, value }),
    replace: (values) => dispatch({ type: 'replace', values }),
    submit,
    discardDraft: () => {
      dropDraft()
      dispatch({ type: 'draftDropped' })
    },
    keepMine: () => dispatch({ type: 'conflictSettled' }),
    takeCurrent: (values) => dispatch({ type: 'conflictSettled', values }),
  }
}

function bound<V, Value>(
  formId: string,
  state: FormState<V>,
  dispatch: Dispatch<FormAction<V>>,
  path: string,
): BoundField<Value> {
  return {
    id: fieldId(formId, path),
    name: path,
    value: getIn(state.values, path) as Value,
    onChange: (value) => dispatch({ type: 'set', path, value }),
    error: messageAt(state.errors, path),
  }
}

/** The field's own message, else the first of its parts (one wrong entry of a list). */
function messageAt(errors: readonly FieldError[], path: string): string | undefined {
  const own = errors.find((error) => error.path === path)
  return (own ?? errors.find((error) => error.path.startsWith(`${path}.`)))?.message
}
