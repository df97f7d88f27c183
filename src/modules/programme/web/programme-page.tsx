import type { ReactElement, ReactNode } from 'react'

import { Page } from '../../../platform/web/ui/page.tsx'
import { TabLinks } from '../../../platform/web/ui/tab-links.tsx'

const parts = [
  { to: '/konzepte', label: 'Was ist fällig?', exact: true },
  { to: '/konzepte/dokumente', label: 'Dokumente' },
  { to: '/konzepte/ziele', label: 'Ziele' },
  { to: '/konzepte/meilensteine', label: 'Meilensteine' },
  { to: '/konzepte/aktionen', label: 'Aktionen und Termine' },
  { to: '/konzepte/schnittstellen', label: 'Schnittstellen' },
  { to: '/konzepte/aufgaben', label: 'Aufgaben' },
] as const

interface ProgrammePageProps {
  title: string
  intro?: ReactNode
  actions?: ReactNode
  children: ReactNode
}

/** Frame of every page of „Konzepte und Ziele“. */
export function ProgrammePage({ title, intro, actions, children }: ProgrammePageProps): ReactElement {
  const home = title === 'Konzepte und Ziele'
  return (
    <Page
      title={title}
      intro={intro}
      actions={actions}
      {...(home ? {} : { breadcrumb: [{ label: 'Konzepte und Ziele', to: '/konzepte' }, { label: title }] })}
    >
      <TabLinks label="Konzepte und Ziele" links={parts} />
      {children}
    </Page>
  )
}
