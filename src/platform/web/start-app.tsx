import { QueryClientProvider } from '@tanstack/react-query'
import { createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'

import { speakGerman } from '../contract/german.ts'
import { loadTemporal } from './load-temporal.ts'
import { queryClient } from './query-client.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { applyPreferences } from './shell/preferences.ts'
import { appRoute, rootRoute } from './shell/root-route.tsx'
import { SetupContext, type AppSetup } from './shell/session-store.ts'
import './styles/index.ts'
import { Loading } from './ui/loading.tsx'

/** Unknown addresses, inside the shell: somebody not signed in sees the sign-in page there too. */
const nowhere = createRoute({ getParentRoute: () => appRoute, path: '$', component: NotFoundPage })

/** Starts the staff UI with the modules that `src/web.tsx` lists. */
export async function startApp(setup: AppSetup): Promise<void> {
  speakGerman()
  applyPreferences()
  await loadTemporal()
  const routes = setup.modules.flatMap((module) => module.routes ?? [])
  const router = createRouter({
    routeTree: rootRoute.addChildren([appRoute.addChildren([...routes, nowhere])]),
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
  createRoot(document.getElementById('lotse')!).render(
    <StrictMode>
      <QueryClientProvider client={queryClient}>
        <SetupContext value={setup}>
          <RouterProvider router={router} />
        </SetupContext>
      </QueryClientProvider>
    </StrictMode>,
  )
}
