import { Suspense, type ReactElement } from 'react'
import { useParts } from '../../../../platform/web/use-parts.ts'
import type { CaseListFilter } from './case-list-filter.ts'

interface ListActionsProps {
  filter: CaseListFilter
  text: string
}

/** What other modules offer for the list of cases as it is filtered. */
export function ListActions({ filter, text }: ListActionsProps): ReactElement {
  const parts = useParts<{ list: { kind: 'cases'; filter: CaseListFilter & { text?: string } } }>(
    'list-action',
  )
  const search = text.trim()
  const list = { kind: 'cases' as const, filter: search.length >= 2 ? { ...filter, text: search } : filter }
  return (
    <Suspense>
      {parts.map(({ key, Component }) => (
        <Component key={key} list={list} />
      ))}
    </Suspense>
  )
}
