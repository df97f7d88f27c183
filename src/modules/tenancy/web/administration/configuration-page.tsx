import type { ReactElement, ReactNode } from 'react'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import type { Configuration } from '../../contract/administration/configuration.ts'
import { useConfiguration } from './use-configuration.ts'

interface ConfigurationPageProps {
  title: string
  intro: string
  actions?: ReactNode
  children: (configuration: Configuration) => ReactNode
}

/** Frame of a page that changes the configuration: it waits for it once, and says when it cannot be read. */
export function ConfigurationPage({ title, intro, actions, children }: ConfigurationPageProps): ReactElement {
  const view = useConfiguration()
  return (
    <Page
      title={title}
      breadcrumb={[{ label: 'Verwaltung', to: '/verwaltung' }, { label: title }]}
      intro={intro}
      actions={view.data && actions}
    >
      {view.isPending && <Loading />}
      <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
      {view.data && children(view.data)}
    </Page>
  )
}
