import { useState, type ReactElement } from 'react'

import { call } from '../../../platform/web/api.ts'
import { Badge } from '../../../platform/web/ui/badge.tsx'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Card } from '../../../platform/web/ui/card.tsx'
import { Checkbox } from '../../../platform/web/ui/checkbox.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { TextField } from '../../../platform/web/ui/text-field.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import type { BarrierView, SimilarBarrier } from '../contract/barriers.ts'
import { barrierStateLabels } from '../contract/codes.ts'
import { structureEndpoints } from '../contract/endpoints.ts'
import type { PickedBarrier } from './barrier-picker.tsx'
import { stateTones, whereAndWhen, whyFound } from './barrier-words.ts'
import { IntoTheme } from './into-theme.tsx'

/** Similar constellations: why each was found; group them, or merge what was told twice. */
export function SimilarPart({
  barrier,
  onChanged,
}: {
  barrier: BarrierView
  onChanged: () => void
}): ReactElement {
  const view = useView(structureEndpoints.similar, { params: { id: barrier.id } })
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [merging, setMerging] = useState<SimilarBarrier>()
  const [error, setError] = useState<unknown>()
  const rows = view.data?.rows ?? []
  const merge = async (into: SimilarBarrier) => {
    try {
      const request = { params: { id: barrier.id }, body: { into: into.id }, ifMatch: barrier.version }
      await call(structureEndpoints.merge, request)
      toast('Zusammengeführt. Die Hürde zählt nur noch einmal.')
      onChanged()
    } catch (problem) {
      setError(problem)
    }
    setMerging(undefined)
  }
  return (
    <Card title="Gleichgelagerte Hürden">
      <div className="lt-stack">
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error ?? error} />
        {view.data && rows.length === 0 && <p className="kern-body">Es gibt noch keine ähnliche Hürde.</p>}
        {rows.map((row) => (
          <SimilarRow
            key={row.id}
            row={row}
            can={barrier.can}
            chosen={chosen.includes(row.id)}
            onChoose={(on) => setChosen(on ? [...chosen, row.id] : chosen.filter((id) => id !== row.id))}
            onMerge={() => setMerging(row)}
          />
        ))}
        {barrier.state !== 'merged' && (
          <Together
            groups={barrier.can.includes('group')}
            barriers={[barrier, ...rows.filter(({ id }) => chosen.includes(id))]}
            onDone={onChanged}
            onError={setError}
          />
        )}
      </div>
      {merging && (
        <ConfirmDialog
          open
          title="Zusammenführen?"
          confirm="Zusammenführen"
          onCancel={() => setMerging(undefined)}
          onConfirm={() => void merge(merging)}
        >
          Nur wenn beide dasselbe Vorkommnis meinen. Sind es verschiedene Fälle mit derselben Hürde,
          gruppieren Sie sie: Dann zählt jede.
        </ConfirmDialog>
      )}
    </Card>
  )
}

interface SimilarRowProps {
  row: SimilarBarrier
  can: BarrierView['can']
  chosen: boolean
  onChoose: (on: boolean) => void
  onMerge: () => void
}

function SimilarRow({ row, can, chosen, onChoose, onMerge }: SimilarRowProps): ReactElement {
  return (
    <section aria-label={row.title} className="lt-stack">
      <p className="kern-body">
        <Link to="/huerden/$id" params={{ id: row.id }}>
          {row.title}
        </Link>{' '}
        <Badge tone={stateTones[row.state]}>{barrierStateLabels[row.state]}</Badge> {whereAndWhen(row)}
        <br />
        Gefunden: {whyFound(row).join(' · ')}
      </p>
      {can.includes('group') && (
        <div className="lt-actions">
          <Checkbox
            id={`choose-${row.id}`}
            name="chosen"
            label="Auswählen"
            value={chosen}
            onChange={onChoose}
            error={undefined}
          />
          <Button size="small" variant="tertiary" onClick={onMerge}>
            Ist dasselbe Vorkommnis
          </Button>
        </div>
      )}
    </section>
  )
}

/** This barrier and the chosen ones: a group, or evidence of a theme. */
function Together({ groups, barriers, onDone, onError }: TogetherProps): ReactElement {
  const picked = barriers.map(({ id, title }) => ({ id, title }))
  return (
    <section aria-label="Weiter damit" className="lt-stack">
      {groups && (
        <p className="kern-body">
          {picked.length === 1
            ? 'Nichts ausgewählt: Es geht um diese Hürde allein.'
            : `Ausgewählt: diese Hürde und ${picked.length - 1} weitere.`}
        </p>
      )}
      {picked.length > 1 && (
        <NewGroup barrierIds={picked.map(({ id }) => id)} onDone={onDone} onError={onError} />
      )}
      <IntoTheme barriers={picked} />
    </section>
  )
}

interface TogetherProps {
  groups: boolean
  barriers: readonly PickedBarrier[]
  onDone: () => void
  onError: (error: unknown) => void
}

interface NewGroupProps {
  barrierIds: readonly string[]
  onDone: () => void
  onError: (error: unknown) => void
}

function NewGroup({ barrierIds, onDone, onError }: NewGroupProps): ReactElement {
  const [title, setTitle] = useState('')
  const save = async () => {
    try {
      const body = { title, barrierIds: [...barrierIds] }
      const group = await call(structureEndpoints.newGroup, { body })
      toast(`Gruppe mit ${group.barriers} Hürden angelegt`)
      onDone()
    } catch (problem) {
      onError(problem)
    }
  }
  return (
    <div className="lt-form__row">
      <TextField
        id="group-title"
        name="title"
        label={`Name der Gruppe (${barrierIds.length} Hürden)`}
        value={title}
        onChange={setTitle}
        error={undefined}
      />
      <div className="lt-actions">
        <Button
          {...(title.trim() === ''
            ? { disabled: true, disabledReason: 'Bitte geben Sie der Gruppe einen Namen.' }
            : {})}
          onClick={() => void save()}
        >
          Gruppieren
        </Button>
      </div>
    </div>
  )
}
