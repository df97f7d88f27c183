import { useContext, type ReactElement } from 'react'

import { ToastRegion } from '../ui/toast-region.tsx'
import { Page } from '../ui/page.tsx'
import { SetupContext } from './session-store.ts'

/** The first page for somebody not signed in, at whatever address they came: afterwards that page opens. */
export function SignInPage({ onSignedIn }: { onSignedIn: () => void }): ReactElement {
  const { SignIn, purpose } = useContext(SetupContext)!.identity
  return (
    <main className="lt-bare">
      <p className="lt-wordmark">Lotse</p>
      <Page title="Anmelden" narrow intro={purpose}>
        <SignIn onSignedIn={onSignedIn} />
      </Page>
      <ToastRegion />
    </main>
  )
}
