import type { ReactElement } from 'react'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { TabLinks } from '../../../platform/web/ui/tab-links.tsx'

const links = [
  { to: '/loesungen', label: 'Wirkung', right: 'effect.read' },
  { to: '/schnittstellenpapiere', label: 'Schnittstellenpapiere', right: 'paper.read' },
  { to: '/vereinbarungen', label: 'Vereinbarungen', right: 'agreementRegister.read' },
  { to: '/massnahmen', label: 'Empfehlungen und Maßnahmen', right: 'measure.read' },
]

/** The lists of „Lösungen“. */
export function SolutionTabs(): ReactElement {
  const { rights } = useApp().session
  return <TabLinks label="Lösungen" links={links.filter(({ right }) => rights.has(right))} />
}
