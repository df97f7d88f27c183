import { hashKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { keepAnswer, useView, viewKey } from '../../../../platform/web/use-view.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { caseEndpoints } from '../../contract/cases.ts'

/** The case of the page; every part of it shares one reading. */
export const useCase = (caseId: string) => useView(caseEndpoints.read, { params: { id: caseId } })

/** What has to be read again after a change of the case. */
export function useCaseRefresh(caseId: string): (view?: CaseView) => Promise<void> {
  const client = useQueryClient()
  return async (view) => {
    const key = viewKey(caseEndpoints.read, { params: { id: caseId } })
    // What the server answered is newer than anything a second reading could bring, and that one would be audited.
    if (view) keepAnswer(client, key, view)
    else await client.invalidateQueries({ queryKey: key })
    // „Wer sieht diesen Fall?“, Verlauf, the lists and Mein Tag tell of the case as well: read again when next seen.
    const others = ({ queryKey }: { queryKey: readonly unknown[] }) => hashKey(queryKey) !== hashKey(key)
    await client.invalidateQueries({ predicate: others, refetchType: 'none' })
    const ofCase = (path: unknown) =>
      typeof path === 'string' && path.startsWith(`${caseEndpoints.read.path}/`)
    await client.invalidateQueries({ predicate: (query) => others(query) && ofCase(query.queryKey[0]) })
  }
}

/** Runs an action on the case that needs no form, and says what happened. */
export function useCaseAction<Input>(
  caseId: string,
  run: (input: Input) => Promise<CaseView | void>,
  done: string,
) {
  const refresh = useCaseRefresh(caseId)
  return useMutation({
    mutationFn: run,
    onSuccess: async (view) => {
      await refresh(view ?? undefined)
      // Not before the page shows it: who acts on the sentence acts on what stands there.
      toast(done)
    },
  })
}
