import { useMutation, useQueryClient } from '@tanstack/react-query'

import { toast } from '../../../platform/web/ui/toast.ts'

/** Every view of concepts and goals is shown anew: one entry moves what is due as well. */
export function useRefresh(): () => Promise<void> {
  const client = useQueryClient()
  return () =>
    client.invalidateQueries({
      predicate: ({ queryKey }) => /^\/api\/(programme|interface-)/.test(String(queryKey[0])),
    })
}

/** A button's work: says what happened; after a refusal the page shows how it stands. */
export function useProgrammeAction<Input>(run: (input: Input) => Promise<unknown>, done: string) {
  const refresh = useRefresh()
  return useMutation({ mutationFn: run, onSuccess: () => toast(done), onSettled: refresh })
}

/** After a form: close, say what happened, show it. */
export function useDone(close: () => void): (text: string) => Promise<void> {
  const refresh = useRefresh()
  return async (text) => {
    await refresh()
    toast(text)
    close()
  }
}
