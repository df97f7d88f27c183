import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { EndpointSpec } from '../../../platform/contract/endpoint.ts'
import { toast } from '../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../platform/web/use-view.ts'

/** Runs an action, says what happened, and shows the given views as they are afterwards (also after a refusal). */
export function useStaffAction<Input, Result>(
  run: (input: Input) => Promise<Result>,
  { done, views, after }: { done: string; views: readonly EndpointSpec[]; after?: (result: Result) => void },
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (result) => {
      toast(done)
      after?.(result)
    },
    onSettled: () =>
      Promise.all(views.map((endpoint) => client.invalidateQueries({ queryKey: viewKey(endpoint) }))),
  })
}
