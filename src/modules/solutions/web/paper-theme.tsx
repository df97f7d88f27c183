import { useState, type ReactElement } from 'react'
import { z } from 'zod'
import { call } from '../../../platform/web/api.ts'
import { Form } from '../../../platform/web/forms/form.tsx'
import { useForm } from '../../../platform/web/forms/use-form.ts'
import { Button } from '../../../platform/web/ui/button.tsx'
import { Dialog } from '../../../platform/web/ui/dialog.tsx'
import { toast } from '../../../platform/web/ui/toast.ts'
import { ThemeField } from '../../themes/web/index.ts'
import { paperEndpoints } from '../contract/paper-endpoints.ts'
import type { PaperView } from '../contract/papers.ts'
import { choice } from './form-values.ts'
import { ThemeLink } from './theme-link.tsx'

interface PaperThemeProps {
  paper: PaperView
  onChanged: () => void
}

/** Which theme the paper answers; set at any time, also when its words are fixed. */
export function PaperTheme({ paper, onChanged }: PaperThemeProps): ReactElement {
  const [open, setOpen] = useState(false)
  const close = () => setOpen(false)
  return (
    <>
      <ThemeLink theme={paper.theme} />{' '}
      {paper.can.includes('setTheme') && (
        <Button size="small" variant="tertiary" icon="edit" onClick={() => setOpen(true)}>
          {paper.theme ? 'Thema ändern' : 'Thema zuordnen'}
        </Button>
      )}
      <Dialog open={open} onClose={close} title="Welches Thema beantwortet das Papier?">
        {open && <ThemeForm paper={paper} onDone={onChanged} onCancel={close} />}
      </Dialog>
    </>
  )
}

function ThemeForm({
  paper,
  onDone,
  onCancel,
}: {
  paper: PaperView
  onDone: () => void
  onCancel: () => void
}): ReactElement {
  const form = useForm({
    schema: z.object({ themeId: choice }),
    initial: { themeId: paper.theme?.id ?? '' },
    version: paper.version,
    submit: async (body, { ifMatch }) => {
      await call(paperEndpoints.setTheme, { params: { id: paper.id }, body, ifMatch: ifMatch! })
      toast('Thema gespeichert')
      onDone()
    },
  })
  return (
    <Form form={form} action="Thema speichern" labels={{ themeId: 'Thema' }} onCancel={onCancel}>
      <ThemeField
        label="Thema"
        hint="Leer: Das Papier gehört zu keinem Thema."
        chosen={paper.theme}
        {...form.field('themeId')}
      />
    </Form>
  )
}
