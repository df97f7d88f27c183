import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react'

import { onUnauthenticated } from '../api.ts'
import { queryClient } from '../query-client.ts'
import type { Identity } from '../session.ts'
import { SetupContext, type SessionState } from './session-store.ts'

export interface SessionHandle {
  state: SessionState
  reload: () => Promise<void>
  signOut: () => Promise<void>
  /** After the sign-in form, on the page or in the dialog. */
  signedIn: () => Promise<void>
}

/**
 * Loads the session and keeps it. When a call answers 401, everyone who waits for it is answered together: `true`
 * once the same person has signed in again. Another person gets a fresh page: nothing of the first may be seen.
 */
export function useSession(): SessionHandle {
  const setup = useContext(SetupContext)
  if (!setup) throw new Error('no setup')
  const { identity } = setup
  const [state, setState] = useState<SessionState>({ status: 'loading' })
  const waiting = useRef<((again: boolean) => void)[]>([])

  useEffect(() => {
    void stateOf(identity).then(setState)
  }, [identity])

  const askAgain = useEffectEvent((): Promise<boolean> => {
    if (state.status !== 'signedIn' && state.status !== 'expired') return Promise.resolve(false)
    setState({ status: 'expired', session: state.session })
    return new Promise((resolve) => waiting.current.push(resolve))
  })
  useEffect(() => onUnauthenticated(() => askAgain()), [])

  const reload = async () => {
    const next = await stateOf(identity)
    // A failure to read it again is no reason to take the page away.
    if (next.status !== 'failed' || state.status !== 'signedIn') setState(next)
  }
  return {
    state,
    reload,
    signedIn: async () => {
      if (state.status !== 'expired') return reload()
      const next = await stateOf(identity)
      if (next.status !== 'signedIn' || next.session.user.id !== state.session.user.id)
        return location.assign('/')
      setState(next)
      for (const answer of waiting.current.splice(0)) answer(true)
    },
    signOut: async () => {
      await identity.signOut()
      queryClient.clear()
      // A fresh page: nothing of this person stays in memory or behind the back button.
      location.assign('/')
    },
  }
}

async function stateOf(identity: Identity): Promise<SessionState> {
  try {
    const session = await identity.load()
    return session ? { status: 'signedIn', session } : { status: 'signedOut' }
  } catch (error) {
    return { status: 'failed', error }
  }
}
