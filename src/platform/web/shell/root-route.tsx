import { createRootRoute, createRoute, Outlet } from '@tanstack/react-router'
import type { ReactElement } from 'react'

import { ProblemAlert } from '../ui/problem-alert.tsx'
import { AppFrame } from './app-frame.tsx'
import { NotFoundPage } from './not-found-page.tsx'

export const rootRoute = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })

/** Parent of every page for signed-in people: session, shell, dialogs. Modules hang their routes below it. */
export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'app',
  component: AppFrame,
  errorComponent: PageFault,
})

/** A page that throws must not take the shell with it. */
function PageFault({ error, reset }: { error: unknown; reset: () => void }): ReactElement {
  return <ProblemAlert error={error} onRetry={reset} />
}
