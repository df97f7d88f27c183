import { Outlet } from '@tanstack/react-router'
import { Suspense, type ReactElement } from 'react'
import { Loading } from '../../../../platform/web/ui/loading.tsx'
import { Page } from '../../../../platform/web/ui/page.tsx'
import { ProblemAlert } from '../../../../platform/web/ui/problem-alert.tsx'
import { TabLinks } from '../../../../platform/web/ui/tab-links.tsx'
import { useParts } from '../../../../platform/web/use-parts.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { CaseMenu } from './case-menu.tsx'
import { CaseProgress } from './case-progress.tsx'
import { ResponsibleLine } from './responsible-line.tsx'
import { useCase } from './use-case.ts'
import { useCaseId } from './use-case-id.ts'

/** Frame of a case: who is responsible, where it stands, its tabs. */
export function CasePage(): ReactElement {
  const id = useCaseId()
  const view = useCase(id)
  if (!view.data) {
    return (
      <Page title="Fall" breadcrumb={[{ label: 'Fälle', to: '/faelle' }, { label: 'Fall' }]}>
        {view.isPending ? (
          <Loading />
        ) : (
          <ProblemAlert error={view.error} onRetry={() => void view.refetch()} />
        )}
      </Page>
    )
  }
  return <CaseFrame key={id} file={view.data} />
}

function CaseFrame({ file }: { file: CaseView }): ReactElement {
  const parts = useParts<{ caseId: string }>('case')
  const actions = useParts<{ caseId: string }>('case-action')
  const title =
    file.shortName === file.fileNumber ? file.fileNumber : `${file.shortName} (${file.fileNumber})`
  return (
    <Page
      title={title}
      windowTitle={`Fall ${file.fileNumber}`}
      breadcrumb={[{ label: 'Fälle', to: '/faelle' }, { label: file.shortName }]}
      intro={<ResponsibleLine file={file} />}
      actions={
        <>
          <Suspense>
            {file.can.includes('edit') &&
              actions.map(({ key, Component }) => <Component key={key} caseId={file.id} />)}
          </Suspense>
          <CaseMenu file={file} />
        </>
      }
    >
      <div className="lt-stack">
        <CaseProgress file={file} />
        <TabLinks
          label="Teile des Falls"
          links={[
            { to: `/faelle/${file.id}`, label: 'Überblick', exact: true },
            ...parts.map((part) => ({ to: `/faelle/${file.id}/${part.key}`, label: part.label })),
          ]}
        />
        <Outlet />
      </div>
    </Page>
  )
}
