import type { ReactElement } from 'react'

import { useApp } from '../../../platform/web/shell/app-context.ts'
import { TabLinks } from '../../../platform/web/ui/tab-links.tsx'
import { useParts } from '../../../platform/web/use-parts.ts'

/**
 * What stands together under „Themen“. Other modules add theirs as a part of slot `structure-tab`, whose key is the
 * path (`themen`): its component is not shown, only its label.
 */
export function StructureTabs(): ReactElement {
  const { rights } = useApp().session
  const others = useParts('structure-tab')
  return (
    <TabLinks
      label="Themen"
      links={[
        ...(rights.has('barrier.read') ? [{ to: '/huerden', label: 'Hürden' }] : []),
        ...others.map(({ key, label }) => ({ to: `/${key}`, label })),
      ]}
    />
  )
}
