/** The list with one entry moved up (-1) or down (+1); undefined at the edge. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] | undefined {
  const at = ids.indexOf(id)
  const other = ids[at + by]
  if (at < 0 || other === undefined) return undefined
  return ids.map((one, index) => (index === at ? other : index === at + by ? id : one))
}
