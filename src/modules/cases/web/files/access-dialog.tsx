import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { call } from '../../../../platform/web/api.ts'
import { formatInstant } from '../../../../platform/web/dates.ts'
import { Button } from '../../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../../platform/web/ui/dialog.tsx'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../../platform/web/ui/toast.ts'
import { useView, viewKey } from '../../../../platform/web/use-view.ts'
import { partLabels } from '../../contract/access-parts.ts'
import { accessEndpoints, type AccessEntry } from '../../contract/access.ts'
import type { CaseView } from '../../contract/case-view.ts'
import './case.css'
import { ReasonForm } from './reason-form.tsx'
import { ReleaseForm } from './release-form.tsx'
import { useCaseRefresh } from './use-case.ts'

/** „Wer sieht diesen Fall, und warum?“: everyone, one sentence each, with the source; release and its end. */
export function AccessDialog({ file, onClose }: { file: CaseView; onClose: () => void }): ReactElement {
  const params = { id: file.id }
  const view = useView(accessEndpoints.list, { params })
  const client = useQueryClient()
  const refreshCase = useCaseRefresh(file.id)
  const [form, setForm] = useState<'release' | 'reason'>()
  const reload = () => client.invalidateQueries({ queryKey: viewKey(accessEndpoints.list, { params }) })
  const done = async () => {
    setForm(undefined)
    await reload()
    if (!file.access.work) await refreshCase()
  }
  const end = useMutation({
    mutationFn: (accessId: string) => call(accessEndpoints.end, { params: { ...params, accessId } }),
    onSuccess: () => toast('Zugang beendet'),
    onSettled: reload,
  })
  const can = view.data?.can ?? []
  return (
    <Dialog open onClose={onClose} title="Wer sieht diesen Fall, und warum?" wide>
      <div className="lt-stack">
        {view.isPending && <Loading />}
        <ProblemAlert error={view.error ?? end.error} />
        <ul className="lt-stack case-access" role="list">
          {view.data?.entries.map((entry) => (
            <Entry
              key={`${entry.user.id} ${entry.basis} ${entry.from ?? ''}`}
              entry={entry}
              onEnd={(id) => end.mutate(id)}
            />
          ))}
        </ul>
        {form === undefined && (
          <div className="lt-actions">
            {can.includes('release') && (
              <Button icon="share" onClick={() => setForm('release')}>
                Für die Koordination freigeben
              </Button>
            )}
            {can.includes('clearAccess') && (
              <Button icon="key" onClick={() => setForm('reason')}>
                Aus einem Grund öffnen
              </Button>
            )}
          </div>
        )}
        {form === 'release' && (
          <ReleaseForm
            caseId={file.id}
            coordinators={view.data?.coordinators ?? []}
            onDone={() => void done()}
            onCancel={() => setForm(undefined)}
          />
        )}
        {form === 'reason' && (
          <ReasonForm caseId={file.id} onDone={() => void done()} onCancel={() => setForm(undefined)} />
        )}
      </div>
    </Dialog>
  )
}

function Entry({ entry, onEnd }: { entry: AccessEntry; onEnd: (accessId: string) => void }): ReactElement {
  const { user, clearAccessId } = entry
  const limited = entry.basis === 'release' || entry.basis === 'reason'
  return (
    <li>
      <p className="kern-body">
        <strong>{user.name}</strong>
        {user.organisation && ` (${user.organisation})`} {entry.sentence}
        {limited && ` Geöffnet: ${entry.parts.map((part) => partLabels[part]).join(', ')}.`}
      </p>
      <p className="kern-body kern-body--small kern-body--muted">
        {entry.source}
        {!entry.now && entry.from && `, ab ${formatInstant(entry.from)}`}
        {entry.until && `, bis ${formatInstant(entry.until)}`}
      </p>
      {clearAccessId && (
        <div className="lt-actions">
          <Button size="small" onClick={() => onEnd(clearAccessId)}>
            {`Zugang von ${user.name} beenden`}
          </Button>
        </div>
      )}
    </li>
  )
}
