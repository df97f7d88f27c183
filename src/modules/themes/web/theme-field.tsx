import { useState, type ReactElement } from 'react'

import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import type { FieldProps } from '../../../platform/web/ui/field-frame.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useSearched } from '../../../platform/web/use-view.ts'
import { themeEndpoints } from '../contract/endpoints.ts'

interface ThemeFieldProps extends FieldProps<string> {
  /** The theme chosen before. */
  chosen?: { readonly id: string; readonly name: string } | null | undefined
}

/** One theme of all, searched on the server by its words. */
export function ThemeField({ chosen, ...field }: ThemeFieldProps): ReactElement {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const query = { sort: 'title' as const, limit: 20, ...(search && { search }) }
  const found = useSearched(themeEndpoints.list, { query }).data
  return (
    <Combobox
      {...field}
      options={(found?.rows ?? []).map(({ id, title, state }) => ({
        value: id,
        label: title,
        hint: state.label,
      }))}
      onSearch={setTyped}
      more={found?.next !== undefined}
      chosen={chosen ? { value: chosen.id, label: chosen.name } : undefined}
    />
  )
}
