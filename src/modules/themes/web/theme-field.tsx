import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import type { FieldProps } from '../../../platform/web/ui/field-frame.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useSearched, viewKey } from '../../../platform/web/use-view.ts'
import { themeEndpoints } from '../contract/endpoints.ts'

interface ThemeFieldProps extends FieldProps<string> {
  /** The theme chosen before, where its name is known. */
  chosen?: { readonly id: string; readonly name: string } | null | undefined
}

/** One theme of all, searched on the server by its words. */
export function ThemeField({ chosen, ...field }: ThemeFieldProps): ReactElement {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const query = { sort: 'title' as const, limit: 20, ...(search && { search }) }
  const found = useSearched(themeEndpoints.list, { query }).data
  const options = (found?.rows ?? []).map(({ id, title, state }) => ({
    value: id,
    label: title,
    hint: state.label,
  }))
  const params = { id: field.value ?? '' }
  // Chosen by an address (`?thema=`): only its id is known.
  const known = useQuery({
    queryKey: viewKey(themeEndpoints.read, { params }),
    queryFn: () => call(themeEndpoints.read, { params }),
    enabled:
      params.id !== '' && chosen?.id !== params.id && !options.some(({ value }) => value === params.id),
  }).data
  const before = chosen ?? (known && { id: known.id, name: known.title })
  return (
    <Combobox
      {...field}
      options={options}
      onSearch={setTyped}
      more={found?.next !== undefined}
      chosen={before ? { value: before.id, label: before.name } : undefined}
    />
  )
}
