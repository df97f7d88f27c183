import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../platform/web/api.ts'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { catalogueEndpoints, type CatalogueEntry } from '../../contract/catalogue-entry.ts'

/** Confirms every default of a list: the Kreis has looked at it and keeps it. */
export function useConfirmAll(entries: readonly CatalogueEntry[], onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      for (const entry of entries) {
        if (!entry.isDefault) continue
        const options = { params: { id: entry.id }, body: { isDefault: false }, ifMatch: entry.version }
        await call(catalogueEndpoints.change, options)
      }
    },
    onSuccess: () => {
      toast('Vorgaben bestätigt')
      onDone()
    },
    onSettled: () => client.invalidateQueries({ queryKey: viewKey(catalogueEndpoints.list) }),
  })
}
