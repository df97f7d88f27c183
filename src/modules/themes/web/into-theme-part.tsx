import { useNavigate } from '@tanstack/react-router'
import { useState, type ReactElement } from 'react'
import { z } from 'zod'

import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import type { TakenBarriers } from '../../structure/web/index.ts'
import { themeEndpoints } from '../contract/endpoints.ts'
import { ThemeField } from './theme-field.tsx'
import { NewThemeForm } from './theme-form.tsx'
import { takenBody, takenSentence } from './theme-words.ts'
import { useRefreshTheme } from './use-refresh-theme.ts'

/** At a barrier, at like ones and at a group: a new theme, or evidence of one there is. */
export default function IntoThemePart(taken: TakenBarriers): ReactElement {
  const [mode, setMode] = useState<'new' | 'add'>()
  const navigate = useNavigate()
  const close = () => setMode(undefined)
  const open = (id: string) => void navigate({ to: '/themen/$id', params: { id } as never })
  return (
    <div className="lt-actions">
      <Button variant={taken.group ? 'primary' : 'secondary'} onClick={() => setMode('new')}>
        Thema daraus machen
      </Button>
      <Button onClick={() => setMode('add')}>Einem Thema hinzufügen</Button>
      <Dialog open={mode === 'new'} onClose={close} title="Thema daraus machen" wide>
        {mode === 'new' && <NewThemeForm taken={taken} onDone={open} onCancel={close} />}
      </Dialog>
      <Dialog open={mode === 'add'} onClose={close} title="Einem Thema hinzufügen">
        {mode === 'add' && <AddForm taken={taken} onDone={open} onCancel={close} />}
      </Dialog>
    </div>
  )
}

interface AddFormProps {
  taken: TakenBarriers
  onDone: (themeId: string) => void
  onCancel: () => void
}

function AddForm({ taken, onDone, onCancel }: AddFormProps): ReactElement {
  const refresh = useRefreshTheme()
  const form = useForm({
    schema: z.object({ themeId: z.string().min(1, 'Bitte wählen Sie das Thema.') }),
    initial: { themeId: '' },
    submit: async ({ themeId }, { idempotencyKey }) => {
      const body = takenBody(taken)
      await call(themeEndpoints.addBarriers, { params: { id: themeId }, body, idempotencyKey })
      toast('Dem Thema hinzugefügt')
      await refresh()
      onDone(themeId)
    },
  })
  return (
    <Form form={form} action="Dem Thema hinzufügen" labels={{ themeId: 'Thema' }} onCancel={onCancel}>
      <p className="kern-body">{takenSentence(taken)}</p>
      <ThemeField label="Thema" required {...form.field('themeId')} />
    </Form>
  )
}
