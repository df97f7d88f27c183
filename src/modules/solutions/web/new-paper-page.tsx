import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ReactElement } from 'react'
import { Page } from '../../../platform/web/ui/page.tsx'
import { viewKey } from '../../../platform/web/use-view.ts'
import { effectEndpoints } from '../contract/effects.ts'
import { PaperEditor } from './paper-editor.tsx'
import './solutions.css'

/** A new paper: a title is enough to begin. */
export function NewPaperPage(): ReactElement {
  const navigate = useNavigate()
  const client = useQueryClient()
  const { thema } = useSearch({ strict: false }) as { thema?: string }
  return (
    <Page
      title="Schnittstellenpapier beginnen"
      breadcrumb={[{ label: 'Schnittstellenpapiere', to: '/schnittstellenpapiere' }, { label: 'Neu' }]}
      intro="Ein Titel genügt. Die Parteien werden erst gefragt, wenn Sie den Entwurf in die Abstimmung geben."
      narrow
    >
      <PaperEditor
        themeId={thema}
        onDone={({ id }) => {
          // A theme it answers shows it.
          void client.invalidateQueries({ queryKey: viewKey(effectEndpoints.list) })
          void navigate({ to: '/schnittstellenpapiere/$id' as string, params: { id } as never })
        }}
        onCancel={() => void navigate({ to: '/schnittstellenpapiere' as string })}
      />
    </Page>
  )
}
