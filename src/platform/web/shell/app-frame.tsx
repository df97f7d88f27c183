import { Outlet, useRouter } from '@tanstack/react-router'
import { lazy, Suspense, useContext, useEffect, useMemo, useState, type ReactElement } from 'react'

import type { Command } from '../module.ts'
import { registryFor } from '../registry.ts'
import type { Session } from '../session.ts'
import { Dialog } from '../ui/dialog.tsx'
import { Loading } from '../ui/loading.tsx'
import { countNavigation } from '../ui/page-focus.ts'
import { ProblemAlert } from '../ui/problem-alert.tsx'
import { AppContext, type AppContextValue } from './app-context.ts'
import { KeysDialog } from './keys-dialog.tsx'
import { SetupContext } from './session-store.ts'
import { Shell } from './shell.tsx'
import { SignInPage } from './sign-in-page.tsx'
import { useSession, type SessionHandle } from './use-session.ts'
import { useShortcuts } from './use-shortcuts.ts'

const loadPalette = () => import('./command-palette.tsx')
const CommandPalette = lazy(loadPalette)

/** Decides between sign-in page and shell, and lays the sign-in dialog over the page when a session ran out. */
export function AppFrame(): ReactElement {
  const handle = useSession()
  const setup = useContext(SetupContext)!
  const { SignIn } = setup.identity
  const { state } = handle
  if (state.status === 'loading') return <Loading label="Lotse wird geladen …" />
  if (state.status === 'failed') {
    return (
      <main className="lt-bare">
        <ProblemAlert error={state.error} onRetry={() => void handle.reload()} />
      </main>
    )
  }
  if (state.status === 'signedOut') return <SignInPage onSignedIn={() => void handle.signedIn()} />
  return (
    <>
      <SignedIn session={state.session} handle={handle} />
      <Dialog
        open={state.status === 'expired'}
        onClose={() => {}}
        dismissable={false}
        title="Bitte melden Sie sich noch einmal an"
      >
        <p className="kern-body">Ihre Anmeldung ist abgelaufen. Ihre Eingabe ist noch da.</p>
        <SignIn onSignedIn={() => void handle.signedIn()} />
      </Dialog>
    </>
  )
}

function SignedIn({ session, handle }: { session: Session; handle: SessionHandle }): ReactElement {
  const { modules } = useContext(SetupContext)!
  const registry = useMemo(() => registryFor(modules, session), [modules, session])
  const [open, setOpen] = useState<'palette' | 'keys'>()
  const start = useStart()
  useCountedNavigations()
  useShortcuts({
    onPalette: () => setOpen('palette'),
    onKeys: () => setOpen('keys'),
    // While the palette is still opening, letters are meant for its field.
    onNew: (key) => open === undefined && start(registry.newActions.find((action) => action.key === key)),
  })
  usePaletteAtHand()
  const value: AppContextValue = {
    session,
    registry,
    signOut: () => void handle.signOut(),
    reloadSession: () => void handle.reload(),
    openPalette: () => setOpen('palette'),
    openKeys: () => setOpen('keys'),
  }
  return (
    <AppContext value={value}>
      <Shell>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </Shell>
      {open === 'palette' && (
        <Suspense fallback={null}>
          <CommandPalette onClose={() => setOpen(undefined)} onChoose={start} />
        </Suspense>
      )}
      <KeysDialog open={open === 'keys'} onClose={() => setOpen(undefined)} />
    </AppContext>
  )
}

/** Loaded once the page stands: who types right after Strg K types into the palette. */
function usePaletteAtHand(): void {
  useEffect(() => {
    const timer = setTimeout(() => void loadPalette().catch(() => {}), 1_000)
    return () => clearTimeout(timer)
  }, [])
}

/** Follows or runs a command. */
function useStart(): (command: Pick<Command, 'to' | 'run'> | undefined) => void {
  const router = useRouter()
  return (command) => {
    if (command?.to !== undefined) void router.navigate({ to: command.to })
    else command?.run?.()
  }
}

function useCountedNavigations(): void {
  const router = useRouter()
  useEffect(() => {
    countNavigation()
    return router.subscribe('onBeforeNavigate', (event) => event.pathChanged && countNavigation())
  }, [router])
}
