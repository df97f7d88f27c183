import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ComboboxMany } from '../../../platform/web/ui/combobox-many.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { Loading } from '../../../platform/web/ui/loading.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { useView } from '../../../platform/web/use-view.ts'
import { barrierKindLabels, structureEndpoints } from '../../structure/index.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'
import { kindWord } from './theme-words.ts'
import { useRefreshTheme } from './use-refresh-theme.ts'

type Barrier = ThemeView['evidence']['rows'][number]

/** Most barriers one choice offers; the newest open ones. */
const most = 200

/** The barriers a theme rests on, one by one. */
export function BarriersOfTheme({ theme }: { theme: ThemeView }): ReactElement {
  const { evidence } = theme
  const refresh = useRefreshTheme()
  const [leaving, setLeaving] = useState<Barrier>()
  const [error, setError] = useState<unknown>()
  const drop = async ({ id }: Barrier) => {
    setError(undefined)
    try {
      await call(themeEndpoints.dropBarrier, { params: { id: theme.id, barrierId: id } })
      toast('Hürde herausgenommen')
      await refresh()
    } catch (reason) {
      setError(reason)
    }
    setLeaving(undefined)
  }
  return (
    <>
      <ProblemAlert error={error} />
      <ul className="theme-plain">
        {evidence.rows.map((row) => (
          <li key={row.id}>
            <Link to="/huerden/$id" params={{ id: row.id }}>
              {row.title}
            </Link>{' '}
            <span className="kern-body--small">({kindWord(row.kind)})</span>
            {theme.can.includes('change') && (
              <div className="lt-actions theme-print-hidden">
                <Button
                  size="small"
                  variant="tertiary"
                  aria-label={`Herausnehmen: ${row.title}`}
                  onClick={() => setLeaving(row)}
                >
                  Herausnehmen
                </Button>
              </div>
            )}
          </li>
        ))}
      </ul>
      {evidence.barriers > evidence.rows.length && (
        <p className="kern-body--small">
          {evidence.barriers - evidence.rows.length} weitere sind hier nicht aufgeführt.
        </p>
      )}
      <ConfirmDialog
        open={leaving !== undefined}
        title="Hürde aus dem Thema nehmen?"
        confirm="Herausnehmen"
        onConfirm={() => void (leaving && drop(leaving))}
        onCancel={() => setLeaving(undefined)}
      >
        <p className="kern-body">
          „{leaving?.title}“ bleibt als Hürde erhalten und wird wieder geprüft, wenn kein anderes Thema auf
          ihr beruht.
        </p>
      </ConfirmDialog>
    </>
  )
}

const Chosen = z.object({
  barrierIds: z.array(z.string()).min(1, 'Bitte wählen Sie mindestens eine Hürde.').max(most),
})

/** Takes open barriers into the theme. */
export function AddBarriers({ theme, onDone }: { theme: ThemeView; onDone: () => void }): ReactElement {
  const refresh = useRefreshTheme()
  const open = useView(structureEndpoints.list, { query: { state: 'open', limit: most } })
  const form = useForm({
    schema: Chosen,
    initial: { barrierIds: [] as string[] },
    submit: async (body, { idempotencyKey }) => {
      await call(themeEndpoints.addBarriers, { params: { id: theme.id }, body, idempotencyKey })
      toast(body.barrierIds.length === 1 ? 'Hürde hinzugefügt' : 'Hürden hinzugefügt')
      await refresh()
      onDone()
    },
  })
  const taken = new Set(theme.evidence.rows.map(({ id }) => id))
  const options = (open.data?.rows ?? [])
    .filter(({ id }) => !taken.has(id))
    .map(({ id, title, kind }) => ({ value: id, label: title, hint: barrierKindLabels[kind] }))
  if (open.isPending) return <Loading />
  return (
    <Form form={form} action="Hürden hinzufügen" labels={{ barrierIds: 'Hürden' }} onCancel={onDone}>
      <ProblemAlert error={open.error} onRetry={() => void open.refetch()} />
      <ComboboxMany
        label="Hürden"
        required
        hint={
          options.length === 0
            ? 'Keine offene Hürde steht noch außerhalb dieses Themas.'
            : open.data?.next === undefined
              ? 'Offene Hürden, die noch nicht in diesem Thema stehen.'
              : `Gezeigt werden die ${most} neuesten offenen Hürden.`
        }
        options={options}
        {...form.field('barrierIds')}
      />
    </Form>
  )
}
