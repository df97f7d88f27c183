import { useEffect, useEffectEvent, useState, type ReactElement } from 'react'

import { Button } from '../../../platform/web/ui/button.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { useSettled } from '../../../platform/web/use-settled.ts'
import { useView } from '../../../platform/web/use-view.ts'
import {
  BarrierSource,
  barrierKindLabels,
  barrierSourceLabels,
  barrierStateLabels,
  BarrierKind,
  legalDomainLabels,
  LegalDomain,
  UnmetNeed,
  unmetLabels,
} from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { noFilter, withoutGaps, type Filter } from './barrier-filter-address.ts'

const choices = (all: Readonly<Record<string, string>>) =>
  Object.entries(all).map(([value, label]) => ({ value, label }))
const states = [
  { value: 'open', label: 'alle offenen' },
  { value: 'all', label: 'alle' },
  ...choices(barrierStateLabels),
]

const further = ['regionId', 'organisationId', 'legalDomain', 'unmet', 'source', 'groupId'] as const

interface BarrierFiltersProps {
  filter: Filter
  onFilter: (filter: Filter) => void
}

/** What list, board, matrix and map are about. */
export function BarrierFilters({ filter, onFilter }: BarrierFiltersProps): ReactElement {
  const options = useView(structureEndpoints.options).data
  const { typed, setTyped, search, sent } = useTyped(filter.search ?? '')
  // An address may name one of them: then they are seen at once.
  const [furtherNamed] = useState(() => further.some((key) => filter[key] !== undefined))
  const named = (rows: readonly { id: string; label: string }[] = []) =>
    rows.map(({ id, label }) => ({ value: id, label }))
  const set = (change: { [K in keyof Filter]?: Filter[K] | undefined }) =>
    onFilter(withoutGaps({ ...filter, ...change }))
  const searched = useEffectEvent(() => {
    if (search === (filter.search ?? '')) return
    sent(search)
    set({ search: search === '' ? undefined : search })
  })
  useEffect(() => searched(), [search])
  const select = (
    key: keyof Filter,
    label: string,
    list: { value: string; label: string }[],
    empty = 'alle',
  ) => (
    <Select
      id={`filter-${key}`}
      name={key}
      label={label}
      empty={empty}
      options={list}
      value={(filter[key] as string | undefined) ?? ''}
      onChange={(value) => set({ [key]: value === '' ? undefined : value })}
      error={undefined}
    />
  )
  return (
    <search aria-label="Hürden filtern" className="lt-stack">
      <TextField
        id="filter-search"
        name="search"
        label="Wörter der Hürde"
        hint="Alle Wörter müssen vorkommen; Wortteile genügen."
        width="medium"
        value={typed}
        onChange={setTyped}
        error={undefined}
      />
      <div className="lt-form__row">
        {select('state', 'Stand', states, 'alle offenen')}
        {select('kind', 'Art', choices(pick(barrierKindLabels, BarrierKind.options)))}
        {select('lifeDomain', 'Lebensbereich', named(options?.lifeDomains))}
        {select('municipalityId', 'Gemeinde', named(options?.municipalities))}
      </div>
      <details open={furtherNamed}>
        <summary className="kern-label">Weitere Filter</summary>
        <div className="lt-form__row">
          {select('regionId', 'Region', named(options?.regions))}
          {select('organisationId', 'Stelle', named(options?.organisations))}
          {select('legalDomain', 'Rechtskreis', choices(pick(legalDomainLabels, LegalDomain.options)))}
          {select('unmet', 'Scheitert an', choices(pick(unmetLabels, UnmetNeed.options)))}
          {select('source', 'Herkunft', choices(pick(barrierSourceLabels, BarrierSource.options)))}
          {select('groupId', 'Gruppe', named(options?.groups))}
        </div>
      </details>
      {Object.keys(filter).length > 1 && (
        <div className="lt-actions">
          <Button variant="tertiary" onClick={() => onFilter(noFilter)}>
            Filter zurücksetzen
          </Button>
        </div>
      )}
    </search>
  )
}

/** Words being typed. They follow the address when it changes by itself (reset, menu), never while somebody types. */
function useTyped(shown: string) {
  const [typed, setTyped] = useState(shown)
  const [sentLast, sent] = useState(shown)
  const [shownBefore, setShownBefore] = useState(shown)
  if (shown !== shownBefore) {
    setShownBefore(shown)
    if (shown !== sentLast) {
      setTyped(shown)
      sent(shown)
    }
  }
  return { typed, setTyped, sent, search: useSettled(typed.trim()) }
}

const pick = <K extends string>(labels: Readonly<Record<K, string>>, keys: readonly K[]) =>
  Object.fromEntries(keys.map((key) => [key, labels[key]]))
