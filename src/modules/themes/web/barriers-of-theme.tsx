import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { ConfirmDialog } from '../../../platform/web/ui/confirm-dialog.tsx'
import { Link } from '../../../platform/web/ui/link.tsx'
import { ProblemAlert } from '../../../platform/web/ui/problem-alert.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { BarrierPicker, type PickedBarrier } from '../../structure/web/index.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import type { ThemeView } from '../contract/themes.ts'
import { kindWord } from './theme-words.ts'
import { useRefreshTheme } from './use-refresh-theme.ts'

type Barrier = ThemeView['evidence']['rows'][number]

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
  barriers: z
    .array(z.object({ id: z.string(), title: z.string() }))
    .min(1, 'Bitte wählen Sie mindestens eine Hürde.')
    .max(200, 'Bitte höchstens 200 Hürden auf einmal.'),
})

/** Takes barriers into the theme, however old they are. */
export function AddBarriers({ theme, onDone }: { theme: ThemeView; onDone: () => void }): ReactElement {
  const refresh = useRefreshTheme()
  const initial: { barriers: PickedBarrier[] } = { barriers: [] }
  const form = useForm({
    schema: Chosen,
    initial,
    submit: async ({ barriers }, { idempotencyKey }) => {
      const body = { barrierIds: barriers.map(({ id }) => id) }
      await call(themeEndpoints.addBarriers, { params: { id: theme.id }, body, idempotencyKey })
      toast(barriers.length === 1 ? 'Hürde hinzugefügt' : 'Hürden hinzugefügt')
      await refresh()
      onDone()
    },
  })
  return (
    <Form form={form} action="Hürden hinzufügen" labels={{ barriers: 'Hürden' }} onCancel={onDone}>
      <BarrierPicker
        label="Hürden"
        without={theme.evidence.rows.map(({ id }) => id)}
        {...form.field('barriers')}
      />
    </Form>
  )
}
