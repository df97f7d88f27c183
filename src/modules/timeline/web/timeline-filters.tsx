import type { ReactElement } from 'react'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ChipsMany } from '../../../platform/web/ui/chips.tsx'
import { DateField } from '../../../platform/web/ui/date-field.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { useView } from '../../../platform/web/use-view.ts'
import { catalogueEndpoints } from '../../tenancy/index.ts'
import { timelineKinds, type TimelineKind } from '../index.ts'
import { kindLabels } from './entry-words.ts'

export interface TimelineFilter {
  readonly kinds: readonly TimelineKind[]
  /** As typed. */
  readonly from: string
  readonly to: string
  readonly lifeDomain: string
}
export const everything: TimelineFilter = { kinds: [], from: '', to: '', lifeDomain: '' }

export const isNarrowed = ({ kinds, from, to, lifeDomain }: TimelineFilter): boolean =>
  kinds.length > 0 || from + to + lifeDomain !== ''

/** What the server is asked; a day that is no day yet narrows nothing. */
export function queryOf({ kinds, from, to, lifeDomain }: TimelineFilter) {
  const day = (typed: string) => (/^\d{4}-\d\d-\d\d$/.test(typed) ? typed : undefined)
  return {
    ...(kinds.length > 0 ? { kinds: kinds.join(',') } : {}),
    ...(day(from) ? { from: day(from) } : {}),
    ...(day(to) ? { to: day(to) } : {}),
    ...(lifeDomain === '' ? {} : { lifeDomain }),
  }
}

const kinds = timelineKinds.map((value) => ({ value, label: kindLabels[value] }))

interface TimelineFiltersProps {
  filter: TimelineFilter
  onChange: (next: TimelineFilter) => void
}

/** By kind, period and life domain. */
export function TimelineFilters({ filter, onChange }: TimelineFiltersProps): ReactElement {
  const { data } = useView(catalogueEndpoints.list)
  const domains = (data?.catalogues['lifeDomain'] ?? []).map(({ key, label }) => ({ value: key, label }))
  const put = (part: Partial<TimelineFilter>) => onChange({ ...filter, ...part })
  return (
    <>
      <ChipsMany
        id="timeline-kinds"
        label="Nur zeigen"
        error={undefined}
        options={kinds}
        value={filter.kinds}
        onChange={(chosen) => put({ kinds: chosen })}
      />
      <div className="lt-form__row">
        <DateField
          id="timeline-from"
          name="timeline-from"
          label="Von"
          value={filter.from}
          onChange={(from) => put({ from })}
        />
        <DateField
          id="timeline-to"
          name="timeline-to"
          label="Bis"
          value={filter.to}
          onChange={(to) => put({ to })}
        />
        <Select
          id="timeline-domain"
          name="timeline-domain"
          label="Lebensbereich"
          empty="alle"
          options={domains}
          value={filter.lifeDomain}
          onChange={(lifeDomain) => put({ lifeDomain })}
        />
        {isNarrowed(filter) && (
          <Button size="small" variant="tertiary" onClick={() => onChange(everything)}>
            Auswahl aufheben
          </Button>
        )}
      </div>
    </>
  )
}
