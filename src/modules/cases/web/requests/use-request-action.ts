import { useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { requestEndpoints } from '../../contract/requests/index.ts'

/** Runs an action on a request, says what happened, and shows the queue and the request as they are afterwards. */
export function useRequestAction<Input, Result>(
  run: (input: Input) => Promise<Result>,
  done: string,
  after?: (result: Result) => void,
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: run,
    onSuccess: (result) => {
      toast(done)
      after?.(result)
    },
    // Also after a refusal: it usually means that somebody else was faster.
    onSettled: () =>
      Promise.all(
        [requestEndpoints.list, requestEndpoints.read, requestEndpoints.waiting].map((endpoint) =>
          client.invalidateQueries({ queryKey: viewKey(endpoint) }),
        ),
      ),
  })
}
