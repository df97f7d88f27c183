import { useState } from 'react'

import type { Sort } from '../../../platform/web/ui/table.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'

/** Search words and order of a list; `query` goes to the server. */
export function useListTools<Key extends string>(first: Sort & { key: Key }) {
  const [text, setText] = useState('')
  const [sort, setSort] = useState<Sort>(first)
  const q = useSettled(text.trim())
  return {
    text,
    setText,
    sort,
    onSort: setSort,
    query: { sort: sort.key as Key, direction: sort.direction, ...(q === '' ? {} : { q }) },
  }
}
