import { useRef, type Dispatch } from 'react'
import type { z } from 'zod'

import { fieldErrors } from '../../contract/german.ts'
import { newId } from '../../contract/ids.ts'
import type { Problem } from '../../contract/problem.ts'
import { settlingDraft } from '../api.ts'
import { networkProblem, ProblemError } from '../problem-error.ts'
import type { FormAction, FormState } from './form-state.ts'
import type { FormOptions, FormSchema } from './use-form.ts'
import { useLeaveGuard } from './use-leave-guard.ts'

interface Submitting<S extends FormSchema> {
  options: FormOptions<S>
  state: FormState<z.input<S>>
  dispatch: Dispatch<FormAction<z.input<S>>>
  dirty: boolean
  onSaved: () => void
}

/** Checks and sends a form; refusals become messages, what was typed stays. Answers whether it was saved. */
export function useSubmit<S extends FormSchema>(submitting: Submitting<S>): () => Promise<boolean> {
  const { options, state, dispatch, dirty, onSaved } = submitting
  const attempt = useRef<{ key: string; values: z.input<S> }>(undefined)
  const leaveGuard = useLeaveGuard(dirty && options.warnOnLeave !== false)
  return async () => {
    const { values, version } = state
    if (state.submitting) return false
    const checked = options.schema.safeParse(values)
    if (!checked.success) {
      dispatch({ type: 'invalid', errors: fieldErrors(checked.error) })
      return false
    }
    // The same key for the same values: a retry after a lost answer cannot create a second row.
    if (attempt.current?.values !== values) attempt.current = { key: newId(), values }
    dispatch({ type: 'submitting' })
    leaveGuard.allow()
    try {
      const context = { idempotencyKey: attempt.current.key, ifMatch: version }
      await settlingDraft(options.draftKey, () => options.submit(checked.data as z.output<S>, context))
    } catch (error) {
      leaveGuard.forbid()
      dispatch(refusalOf(error))
      return false
    }
    attempt.current = undefined
    onSaved()
    dispatch({ type: 'saved' })
    return true
  }
}

function refusalOf(error: unknown): { type: 'conflict' | 'refused'; problem: Problem } {
  if (!(error instanceof ProblemError)) {
    reportError(error)
    return { type: 'refused', problem: networkProblem('network') }
  }
  const { problem } = error
  return { type: problem.status === 412 && problem.current !== undefined ? 'conflict' : 'refused', problem }
}
