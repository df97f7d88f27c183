import { useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import type { FieldProps } from '../../../platform/web/ui/field-frame.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useSearched, viewKey } from '../../../platform/web/use-view.ts'
import { barrierKindLabels, structureEndpoints } from '../../structure/index.ts'
import { reconstructionStateLabels } from '../contract/codes.ts'
import { reconstructionEndpoints } from '../contract/endpoints.ts'

/** Another reconstruction, searched on the server by its title. */
export function ReconstructionField({
  without,
  ...field
}: FieldProps<string> & { without: string }): ReactElement {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const query = { limit: 20, ...(search && { search }) }
  const found = useSearched(reconstructionEndpoints.list, { query }).data
  const params = { id: field.value ?? '' }
  const known = useQuery({
    queryKey: viewKey(reconstructionEndpoints.read, { params }),
    queryFn: () => call(reconstructionEndpoints.read, { params }),
    enabled: params.id !== '',
  }).data
  return (
    <Combobox
      {...field}
      options={(found?.rows ?? [])
        .filter(({ id }) => id !== without)
        .map(({ id, title, state }) => ({ value: id, label: title, hint: reconstructionStateLabels[state] }))}
      onSearch={setTyped}
      more={found?.next !== undefined}
      chosen={known && { value: known.id, label: known.title }}
    />
  )
}

/** A barrier, searched on the server by its words. */
export function BarrierField(field: FieldProps<string>): ReactElement {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  const query = { state: 'all' as const, limit: 20, ...(search && { search }) }
  const found = useSearched(structureEndpoints.list, { query }).data
  const params = { id: field.value ?? '' }
  const known = useQuery({
    queryKey: viewKey(structureEndpoints.read, { params }),
    queryFn: () => call(structureEndpoints.read, { params }),
    enabled: params.id !== '',
  }).data
  return (
    <Combobox
      {...field}
      options={(found?.rows ?? []).map(({ id, title, kind }) => ({
        value: id,
        label: title,
        hint: barrierKindLabels[kind],
      }))}
      onSearch={setTyped}
      more={found?.next !== undefined}
      chosen={known && { value: known.id, label: known.title }}
    />
  )
}
