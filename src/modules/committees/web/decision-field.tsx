import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Combobox } from '../../../platform/web/ui/combobox.tsx'
import type { FieldProps } from '../../../platform/web/ui/field-frame.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { decisionEndpoints } from '../contract/register-endpoints.ts'
import type { DecisionView } from '../contract/registers.ts'
import { vagueDate } from './committee-words.ts'

/** Another decision of the same body, searched on the server by its words, however many there are. */
export function DecisionField({ row, ...field }: FieldProps<string> & { row: DecisionView }): ReactElement {
  const [typed, setTyped] = useState('')
  const words = useSettled(typed.trim())
  const body = {
    ...(row.committeeId ? { committeeId: row.committeeId } : { political: 'true' as const }),
    ...(words && { words }),
    limit: 20,
  }
  const found = useQuery({
    queryKey: [decisionEndpoints.search.path, 'replaces', body],
    queryFn: () => call(decisionEndpoints.search, { body }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <ProblemAlert error={found.error} onRetry={() => void found.refetch()} />
      <Combobox
        {...field}
        options={(found.data?.rows ?? [])
          .filter(({ id }) => id !== row.id)
          .map(({ id, title, dateText }) => ({
            value: id,
            label: title,
            hint: vagueDate(dateText) ?? undefined,
          }))}
        onSearch={setTyped}
        more={found.data?.next !== undefined}
        chosen={row.replacedBy ? { value: row.replacedBy.id, label: row.replacedBy.title } : undefined}
      />
    </>
  )
}
