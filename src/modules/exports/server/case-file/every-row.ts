const pageLength = 200

/** All rows of a paged list of one case, page by page. */
export async function everyRow<T>(
  read: (page: { after?: string; limit: number }) => Promise<{ rows: readonly T[]; next?: string }>,
): Promise<T[]> {
  const all: T[] = []
  let after: string | undefined
  do {
    const page = await read({ limit: pageLength, ...(after === undefined ? {} : { after }) })
    all.push(...page.rows)
    after = page.next
  } while (after !== undefined)
  return all
}
