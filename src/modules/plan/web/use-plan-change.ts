import { useMutation, useQueryClient, type UseMutationResult } from '@tanstack/react-query'

import { viewKey } from '../../../platform/web/use-view.ts'
import { caseEndpoints } from '../../cases/index.ts'
import { agreementEndpoints } from '../contract/agreement.ts'
import { planEndpoints } from '../contract/plan.ts'

export interface PlanChange {
  /** Runs a change that has no form; what went wrong is in `mutation.error`. */
  readonly mutation: UseMutationResult<unknown, Error, () => Promise<unknown>>
  readonly run: (work: () => Promise<unknown>, done?: () => void) => void
  /** Reads the plan and its agreements again. */
  readonly refresh: () => Promise<void>
}

/** Changes of a plan: after each, also a refused one, the plan is read again. */
export function usePlanChange(caseId: string): PlanChange {
  const client = useQueryClient()
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: viewKey(planEndpoints.read, { params: { id: caseId } }) }),
      client.invalidateQueries({ queryKey: viewKey(agreementEndpoints.read) }),
      // The head of the case says what is missing for the next phase.
      client.invalidateQueries({ queryKey: viewKey(caseEndpoints.read, { params: { id: caseId } }) }),
    ])
  }
  const mutation = useMutation({
    mutationFn: (work: () => Promise<unknown>) => work(),
    onSettled: refresh,
  })
  const run: PlanChange['run'] = (work, done) => mutation.mutate(work, done ? { onSuccess: done } : undefined)
  return { mutation, run, refresh }
}
