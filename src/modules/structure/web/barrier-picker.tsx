import { useState, type ReactElement } from 'react'

import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { FieldSet } from '../../../platform/web/ui/field-set.tsx'
import { Icon } from '../../../platform/web/ui/icon.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { Pager } from '../../../platform/web/ui/pager.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { Select } from '../../../platform/web/ui/select.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { usePages, useView } from '../../../platform/web/use-view.ts'
import { useSettled } from '../../../platform/web/use-settled.ts'
import type { BarrierRow } from '../contract/barriers.ts'
import { BarrierKind, barrierKindLabels, barrierStateLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import { whereAndWhen } from './barrier-words.ts'

export interface PickedBarrier {
  readonly id: string
  readonly title: string
}

interface BarrierPickerProps {
  id: string
  name: string
  label: string
  value: readonly PickedBarrier[]
  onChange: (picked: PickedBarrier[]) => void
  error: string | undefined
  /** Those that stand there already. */
  without?: readonly string[]
}

/** Barriers, however many there are: searched on the server by words, kind and municipality, a page at a time. */
export function BarrierPicker(props: BarrierPickerProps): ReactElement {
  const { id, name, label, value, onChange, error } = props
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState<BarrierKind | ''>('')
  const [municipalityId, setMunicipality] = useState('')
  const options = useView(structureEndpoints.options)
  const search = useSettled(typed.trim())
  const query = {
    state: 'all' as const,
    limit: 20,
    ...(search && { search }),
    ...(kind && { kind }),
    ...(municipalityId && { municipalityId }),
  }
  const pages = usePages<typeof structureEndpoints.list, BarrierRow>(structureEndpoints.list, { query })
  const rows = pages.rows.filter((row) => !props.without?.includes(row.id))
  const field = (key: string) => ({ id: `${id}-${key}`, name: `${name}-${key}`, error: undefined })
  const toggle = (row: BarrierRow, on: boolean) =>
    onChange(on ? [...value, { id: row.id, title: row.title }] : value.filter((one) => one.id !== row.id))
  return (
    <FieldSet id={id} label={label} error={error} role="group">
      <div className="lt-stack">
        <Picked label={label} picked={value} onChange={onChange} />
        <div className="lt-form__row">
          <TextField label="Wörter der Hürde" {...field('words')} value={typed} onChange={setTyped} />
          <Select
            label="Art"
            empty="alle"
            options={BarrierKind.options.map((key) => ({ value: key, label: barrierKindLabels[key] }))}
            {...field('kind')}
            value={kind}
            onChange={(key) => setKind(key as BarrierKind | '')}
          />
          <Select
            label="Gemeinde"
            empty="alle"
            options={(options.data?.municipalities ?? []).map((one) => ({ value: one.id, label: one.label }))}
            {...field('municipality')}
            value={municipalityId}
            onChange={setMunicipality}
          />
        </div>
        {pages.loading && <Loading />}
        <ProblemAlert error={pages.error} onRetry={pages.retry} />
        {!pages.loading && rows.length === 0 && !pages.pager.hasMore && (
          <p className="kern-body">Keine Hürde gefunden. Bitte suchen Sie mit anderen Wörtern.</p>
        )}
        {rows.map((row) => (
          <Checkbox
            key={row.id}
            {...field(row.id)}
            label={row.title}
            hint={`${barrierKindLabels[row.kind]} · ${whereAndWhen(row)} · ${barrierStateLabels[row.state]}`}
            value={value.some((one) => one.id === row.id)}
            onChange={(on) => toggle(row, on)}
          />
        ))}
        <Pager {...pages.pager} />
      </div>
    </FieldSet>
  )
}

function Picked({
  label,
  picked,
  onChange,
}: {
  label: string
  picked: readonly PickedBarrier[]
  onChange: (picked: PickedBarrier[]) => void
}): ReactElement | null {
  if (picked.length === 0) return null
  return (
    <ul className="lt-chip-list" aria-label={`${label}: gewählt`}>
      {picked.map((one) => (
        <li key={one.id}>
          <button
            type="button"
            className="lt-chip"
            onClick={() => onChange(picked.filter(({ id }) => id !== one.id))}
          >
            {one.title}
            <span className="kern-sr-only"> entfernen</span>
            <Icon name="close" size={16} />
          </button>
        </li>
      ))}
    </ul>
  )
}
