import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../../../../platform/web/api.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { catalogueEndpoints, type CatalogueEntry } from '../../contract/catalogue-entry.ts'

/** Moves an entry one place up or down: the entries whose position differs afterwards are saved. */
export function useReorder(entries: readonly CatalogueEntry[]) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ entry, by }: { entry: CatalogueEntry; by: -1 | 1 }) => {
      const order = reordered(entries, entry.id, by)
      for (const [position, one] of order.entries()) {
        if (one.position === position) continue
        await call(catalogueEndpoints.change, {
          params: { id: one.id },
          body: { position },
          ifMatch: one.version,
        })
      }
    },
    onSettled: () => client.invalidateQueries({ queryKey: viewKey(catalogueEndpoints.list) }),
  })
}

/** The list with one entry moved; at an end nothing changes. */
export function reordered<Row extends { id: string }>(rows: readonly Row[], id: string, by: -1 | 1): Row[] {
  const at = rows.findIndex((row) => row.id === id)
  const to = at + by
  if (at < 0 || to < 0 || to >= rows.length) return [...rows]
  const order = rows.filter((row) => row.id !== id)
  order.splice(to, 0, rows[at]!)
  return order
}
