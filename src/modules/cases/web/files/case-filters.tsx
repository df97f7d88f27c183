import type { ReactElement } from 'react'
import { Chips } from '../../../../platform/web/ui/chips.tsx'
import { Select } from '../../../../platform/web/ui/select.tsx'
import { TextField } from '../../../../platform/web/ui/text-field.tsx'
import { useApp } from '../../../../platform/web/shell/app-context.ts'
import { Phase, phaseLabels, type Intensity } from '../../contract/codes.ts'
import { useLists } from '../use-lists.ts'
import { useOwnSites } from '../use-own-sites.ts'
import type { CaseListFilter } from './case-list-filter.ts'

const states = [
  { value: 'open', label: 'offen' },
  { value: 'closed', label: 'abgeschlossen' },
  { value: 'all', label: 'alle' },
] as const
const phases = Phase.options.map((value) => ({ value, label: phaseLabels[value] }))

interface CaseFiltersProps {
  filter: CaseListFilter
  onChange: (filter: CaseListFilter) => void
  text: string
  onText: (text: string) => void
  counsels: boolean
}

/** Search and filters over the list. */
export function CaseFilters({ filter, onChange, text, onText, counsels }: CaseFiltersProps): ReactElement {
  const lists = useLists()
  const sites = useOwnSites()?.sites ?? []
  const scopes = useScopes(counsels)
  return (
    <search className="lt-stack" aria-label="Fälle filtern">
      <div className="lt-form__row">
        <TextField
          id="case-text"
          label="Name oder Aktenzeichen"
          type="search"
          value={text}
          onChange={onText}
          hint={filter.scope === 'oversight' ? 'Namen sind in der Fachaufsicht nicht sichtbar.' : undefined}
        />
        <Select
          id="case-phase"
          label="Phase"
          empty="alle Phasen"
          options={phases}
          value={filter.phase ?? ''}
          onChange={(phase) => onChange({ ...filter, phase: phase || undefined })}
        />
        <Select
          id="case-intensity"
          label="Intensität"
          empty="alle"
          options={lists.options('intensity')}
          value={filter.intensity ?? ''}
          onChange={(intensity) =>
            onChange({ ...filter, intensity: (intensity || undefined) as Intensity | undefined })
          }
        />
        {sites.length > 1 && (
          <Select
            id="case-site"
            label="Standort"
            empty="alle"
            options={sites}
            value={filter.siteId ?? ''}
            onChange={(siteId) => onChange({ ...filter, siteId: siteId || undefined })}
          />
        )}
      </div>
      <div className="lt-form__row">
        {scopes.length > 1 && (
          <Chips
            id="case-scope"
            label="Welche Fälle"
            options={scopes}
            value={filter.scope}
            onChange={(scope) => scope !== '' && onChange({ ...filter, scope })}
          />
        )}
        <Chips
          id="case-state"
          label="Stand"
          options={[...states]}
          value={filter.state}
          onChange={(state) => state !== '' && onChange({ ...filter, state })}
        />
        <Chips
          id="case-overdue"
          label="Fristen"
          options={[{ value: 'overdue', label: 'überfällig' }]}
          value={filter.overdue ? 'overdue' : ''}
          onChange={(value) => onChange({ ...filter, overdue: value === 'overdue' ? true : undefined })}
        />
      </div>
    </search>
  )
}

function useScopes(counsels: boolean): { value: CaseListFilter['scope']; label: string }[] {
  const { rights, deputyFor } = useApp().session
  return [
    ...(counsels ? [{ value: 'mine' as const, label: 'meine und vertretene' }] : []),
    ...(counsels && deputyFor.length > 0
      ? [
          { value: 'own' as const, label: 'nur meine' },
          { value: 'deputy' as const, label: 'nur vertretene' },
        ]
      : []),
    ...(rights.has('case.clearAccess')
      ? [
          { value: 'oversight' as const, label: 'Fachaufsicht' },
          { value: 'opened' as const, label: 'für mich freigegeben' },
        ]
      : []),
  ]
}
