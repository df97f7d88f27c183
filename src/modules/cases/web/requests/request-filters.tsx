import { useId, type ReactElement } from 'react'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { Urgency, urgencyLabels } from '../../contract/codes.ts'
import { useLists } from '../use-lists.ts'
import { useOwnSites } from '../use-own-sites.ts'
import type { RequestFilter } from './request-address.ts'

/** What is not chosen does not travel. */
export const queryOf = (filter: RequestFilter): { siteId?: string; urgency?: Urgency; language?: string } =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))

const urgencies = Urgency.options.map((value) => ({ value, label: urgencyLabels[value] }))

interface RequestFiltersProps {
  filter: RequestFilter
  onChange: (filter: RequestFilter) => void
}

export function RequestFilters({ filter, onChange }: RequestFiltersProps): ReactElement {
  const id = useId()
  const lists = useLists()
  const sites = useOwnSites()?.sites ?? []
  return (
    <div className="lt-form__row" role="group" aria-label="Anfragen filtern">
      {sites.length > 1 && (
        <Select
          label="Standort"
          id={`${id}-site`}
          empty="alle"
          options={sites}
          value={filter.siteId}
          onChange={(siteId) => onChange({ ...filter, siteId })}
        />
      )}
      <Select
        label="Dringlichkeit"
        id={`${id}-urgency`}
        empty="alle"
        options={urgencies}
        value={filter.urgency}
        onChange={(urgency) => onChange({ ...filter, urgency })}
      />
      <Select
        label="Sprache"
        id={`${id}-language`}
        empty="alle"
        options={lists.options('language')}
        value={filter.language}
        onChange={(language) => onChange({ ...filter, language })}
      />
    </div>
  )
}
