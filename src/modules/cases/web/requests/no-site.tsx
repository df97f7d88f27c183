import type { ReactElement } from 'react'
import { EmptyState } from '../../../../platform/web/ui/empty-state.tsx'

/** Requests belong to a site: whoever has none can neither record nor take one. */
export const NoSite = (): ReactElement => (
  <EmptyState title="Ihnen ist noch kein Standort zugeordnet">
    Anfragen gehören zu einem Standort. Bitte wenden Sie sich an Ihre Administration.
  </EmptyState>
)
