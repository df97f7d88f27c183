import { useState, type ReactElement } from 'react'
import { Checkbox } from '../../../../platform/web/ui/checkbox.tsx'
import type { Sort } from '../../../../platform/web/ui/table.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { hasEnded, matches, sorted, type Held } from './entry-list.ts'

/** Search, ended ones or not, and order of a list that is on the page as a whole. */
export function useEntryFilter<Row extends Held>(
  rows: readonly Row[],
  {
    today,
    textOf,
    sorts,
  }: {
    today: string
    textOf: (row: Row) => string
    sorts: Readonly<Record<string, (row: Row) => string | number>>
  },
) {
  const [text, setText] = useState('')
  const [ended, setEnded] = useState(false)
  const [sort, setSort] = useState<Sort>()
  const past = rows.filter((row) => hasEnded(row, today)).length
  const shown = rows.filter((row) => (ended || !hasEnded(row, today)) && matches(textOf(row), text))
  const by = sort && sorts[sort.key]
  const filter: ReactElement = (
    <div className="lt-form__row">
      <TextField id="suche" label="Suchen" type="search" width="medium" value={text} onChange={setText} />
      {past > 0 && (
        <Checkbox id="beendete" label={`Auch beendete zeigen (${past})`} value={ended} onChange={setEnded} />
      )}
    </div>
  )
  return {
    filter,
    searching: text.trim() !== '',
    rows: by ? sorted(shown, by, sort.direction) : shown,
    sort,
    onSort: setSort,
  }
}
