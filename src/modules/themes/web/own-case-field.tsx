import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import type { FieldProps } from '../../../platform/web/ui/field-frame.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { caseEndpoints } from '../../cases/index.ts'

/** An own open case, searched on the server by the beginning of its file number or of a name. */
export function OwnCaseField(field: FieldProps<string>): ReactElement {
  const [typed, setTyped] = useState('')
  const text = useSettled(typed.trim())
  const few = { scope: 'mine', limit: 20 } as const
  const found = useQuery({
    queryKey: [caseEndpoints.search.path, 'own', text],
    queryFn: () =>
      text.length >= 2
        ? call(caseEndpoints.search, { body: { ...few, text } })
        : call(caseEndpoints.list, { query: few }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <Combobox
        {...field}
        options={(found.data?.rows ?? []).map(({ id, fileNumber }) => ({ value: id, label: fileNumber }))}
        onSearch={setTyped}
        more={found.data?.next !== undefined}
      />
    </>
  )
}
