import type { ReactElement } from 'react'
import { useApp } from '../../../platform/web/shell/app-context.ts'
import { TabLinks } from '../../../platform/web/ui/tab-links.tsx'

const all = [
  { to: '/themen', label: 'Themen', right: 'theme.read' },
  { to: '/rekonstruktionen', label: 'Rekonstruktionen', right: 'reconstruction.read' },
]

/** What lies under „Themen“: each its own page. */
export function StructureTabs(): ReactElement {
  const { session } = useApp()
  return <TabLinks label="Vom Fall zur Struktur" links={all.filter((one) => session.rights.has(one.right))} />
}
