import type { ReactElement } from 'react'

import { useApp } from '../../../platform/web/shell/app-context.ts'
import { TabLinks } from '../../../platform/web/ui/tab-links.tsx'

/** The pages of this part of the office, as far as the person has the right. */
export function CommitteeTabs(): ReactElement {
  const { rights } = useApp().session
  const links = [
    { to: '/gremien', label: 'Gremien', exact: true, right: 'committee.read' },
    { to: '/beschluesse', label: 'Beschlüsse', right: 'decision.read' },
    { to: '/arbeitsauftraege', label: 'Aufträge', right: 'decision.read' },
    { to: '/bedarfsanzeigen', label: 'Bedarfsanzeigen', right: 'format.propose' },
    { to: '/rueckmeldungen', label: 'Rückmeldungen', right: 'committee.write' },
  ]
  return <TabLinks label="Gremien" links={links.filter(({ right }) => rights.has(right))} />
}
