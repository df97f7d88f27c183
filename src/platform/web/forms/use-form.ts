import { useId, useReducer, useRef, type Dispatch } from 'react'
import type { z } from 'zod'

import { fieldErrors, type FieldError } from '../../contract/german.ts'
import { newId } from '../../contract/ids.ts'
import { networkProblem, ProblemError } from '../problem-error.ts'
import { getIn, type PathValue, type ValidPath } from './form-path.ts'
import { fieldId, formReducer, initialFormState, type FormAction, type FormState } from './form-state.ts'
import { useDraft } from './use-draft.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

export interface SubmitContext {
  /** Stays the same while the same values are tried again: pass it to `call`. */
  idempotencyKey: string
  /** The version to send as `If-Match`: the one loaded, or after a settled conflict the newer one. */
  ifMatch: number | undefined
}

/** Schema of an object: what is typed goes in, what is sent comes out. */
export type FormSchema = z.ZodType<unknown, object>

export interface FormOptions<S extends FormSchema> {
  schema: S
  initial: z.input<S>
  /** Sends the checked values. Throw nothing yourself: `ProblemError`s of `call` become messages at the fields. */
  submit: (values: z.output<S>, context: SubmitContext) => Promise<unknown>
  /** Version of the row being edited. */
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

export function useForm<S extends FormSchema>(options: FormOptions<S>): FormHandle<z.input<S>> {
  type V = z.input<S>
  const id = useId()
  const [state, dispatch] = useReducer(formReducer<V>, options.initial, initialFormState<V>)
  const current = useRef(state)
  current.current = state
  // The version that was typed over: a newer one that a refetch brings must not hide the conflict.
  const version = useRef(options.version)
  const attempt = useRef<{ key: string; values: V }>(undefined)
  const dirty = state.values !== state.saved && JSON.stringify(state.values) !== JSON.stringify(state.saved)
  const leaveGuard = useLeaveGuard(dirty && options.warnOnLeave !== false)
  const dropDraft = useDraft({
    key: options.draftKey,
    values: state.values,
    version: version.current,
    dirty,
    onRestore: (draft, savedAt) => {
      version.current = draft.version ?? version.current
      dispatch({ type: 'draftRestored', values: { ...options.initial, ...draft.values }, savedAt })
    },
    onSave: (savedAt) => dispatch({ type: 'draftSaved', savedAt }),
  })

  /** The same key for the same values: a retry after a lost answer cannot create a second row. */
  const keyFor = (values: V): string => {
    if (attempt.current?.values !== values) attempt.current = { key: newId(), values }
    return attempt.current.key
  }

  const submit = async (): Promise<boolean> => {
    const { values, submitting } = current.current
    if (submitting) return false
    const checked = options.schema.safeParse(values)
    if (!checked.success) {
      dispatch({ type: 'invalid', errors: fieldErrors(checked.error) })
      return false
    }
    dispatch({ type: 'submitting' })
    leaveGuard.allow()
    try {
      await options.submit(checked.data, { idempotencyKey: keyFor(values), ifMatch: version.current })
    } catch (error) {
      leaveGuard.forbid()
      dispatchRefusal(dispatch, error)
      return false
    }
    attempt.current = undefined
    dropDraft()
    dispatch({ type: 'saved' })
    return true
  }

  const settleWith = (values?: V) => {
    const now = state.conflict?.current as { version?: number } | undefined
    if (typeof now?.version === 'number') version.current = now.version
    dispatch(values === undefined ? { type: 'conflictSettled' } : { type: 'conflictSettled', values })
  }

  return {
    id,
    state,
    values: state.values,
    dirty,
    field: (path) => ({
      id: fieldId(id, path),
      name: path,
      value: getIn(state.values, path) as never,
      onChange: (value) => dispatch({ type: 'set', path, value }),
      error: messageAt(state.errors, path),
    }),
    set: (path, value) => dispatch({ type: 'set', path, value }),
    replace: (values) => dispatch({ type: 'replace', values }),
    submit,
    discardDraft: () => {
      dropDraft()
      dispatch({ type: 'draftDropped' })
    },
    keepMine: () => settleWith(),
    takeCurrent: (values) => settleWith(values),
  }
}

function messageAt(errors: FieldError[], path: string): string | undefined {
  return (
    errors.find((error) => error.path === path) ?? errors.find((error) => error.path.startsWith(`${path}.`))
  )?.message
}

function dispatchRefusal<V>(dispatch: Dispatch<FormAction<V>>, error: unknown): void {
  const problem = error instanceof ProblemError ? error.problem : networkProblem('network')
  if (!(error instanceof ProblemError)) reportError(error)
  if (problem.status === 412 && problem.current !== undefined) dispatch({ type: 'conflict', problem })
  else dispatch({ type: 'refused', problem })
}
