import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Chips } from '../../../../platform/web/ui/chips.tsx'
import { Menu } from '../../../../platform/web/ui/menu.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { viewKey } from '../../../../platform/web/use-view.ts'
import { savedFilterEndpoints as endpoints, type SavedFilter } from '../../contract/saved-filters.ts'
import type { CaseListFilter } from './case-list-filter.ts'
import { SaveFilterDialog } from './save-filter-dialog.tsx'

interface SavedFiltersProps {
  filters: readonly SavedFilter[]
  current: CaseListFilter
  /** The list as it opens for everybody: not worth keeping. */
  standard: CaseListFilter
  onChoose: (filter: CaseListFilter) => void
}

/** The own filters of the list: one tap applies one; the present one can be kept, made the default, deleted. */
export function SavedFilters({ filters, current, standard, onChoose }: SavedFiltersProps): ReactElement {
  const [saving, setSaving] = useState(false)
  const act = useFilterActions()
  const chosen = filters.find(({ filter }) => sameFilter(filter, current))
  return (
    <div className="lt-stack">
      <div className="lt-form__row">
        {filters.length > 0 && (
          <Chips
            id="saved-filter"
            label="Meine Filter"
            options={filters.map(({ id, name, isDefault }) => ({
              value: id,
              label: isDefault ? `${name} (Vorgabe)` : name,
            }))}
            value={chosen?.id ?? ''}
            onChange={(id) => {
              const next = filters.find((one) => one.id === id)
              if (next) onChoose(next.filter)
            }}
          />
        )}
        <div className="lt-actions">
          {chosen ? (
            <Menu
              label={`Filter „${chosen.name}“`}
              size="small"
              items={[
                {
                  label: chosen.isDefault ? 'Nicht mehr als Vorgabe' : 'Als Vorgabe beim Öffnen',
                  icon: 'check',
                  onSelect: () => act.change.mutate({ ...chosen, isDefault: !chosen.isDefault }),
                },
                { label: 'Filter löschen', icon: 'trash', onSelect: () => act.remove.mutate(chosen) },
              ]}
            />
          ) : (
            !sameFilter(current, standard) && (
              <Button size="small" variant="tertiary" icon="add" onClick={() => setSaving(true)}>
                Diesen Filter merken
              </Button>
            )
          )}
        </div>
      </div>
      <ProblemAlert error={act.change.error ?? act.remove.error ?? act.restore.error} />
      {act.removed && (
        <p className="kern-body" role="status">
          Filter „{act.removed.name}“ gelöscht.{' '}
          <Button size="small" variant="tertiary" onClick={() => act.restore.mutate(act.removed!)}>
            Rückgängig
          </Button>
        </p>
      )}
      {saving && <SaveFilterDialog filter={current} onClose={() => setSaving(false)} />}
    </div>
  )
}

/** Changing, deleting, and bringing back what was deleted last. */
function useFilterActions() {
  const client = useQueryClient()
  const [removed, setRemoved] = useState<SavedFilter>()
  const again = () => client.invalidateQueries({ queryKey: viewKey(endpoints.list) })
  const change = useMutation({
    mutationFn: ({ id, version, isDefault }: SavedFilter) =>
      call(endpoints.change, { params: { id }, ifMatch: version, body: { isDefault } }),
    onSuccess: again,
    onError: again,
  })
  const remove = useMutation({
    mutationFn: ({ id, version }: SavedFilter) =>
      call(endpoints.remove, { params: { id }, ifMatch: version }),
    onSuccess: async (_answer, filter) => {
      setRemoved(filter)
      await again()
    },
    onError: again,
  })
  const restore = useMutation({
    mutationFn: ({ name, filter, isDefault }: SavedFilter) =>
      call(endpoints.save, { body: { name, filter, isDefault } }),
    onSuccess: async () => {
      setRemoved(undefined)
      await again()
      toast('Filter wiederhergestellt')
    },
  })
  return { change, remove, restore, removed }
}

const keys = ['scope', 'state', 'phase', 'intensity', 'siteId', 'overdue', 'sort'] as const
const sameFilter = (a: CaseListFilter, b: CaseListFilter) => keys.every((key) => a[key] === b[key])
