import { useCallback, useContext, useEffect, useRef, useState } from 'react'

import { onUnauthenticated } from '../api.ts'
import { queryClient } from '../query-client.ts'
import { SetupContext, type SessionState } from './session-store.ts'

export interface SessionHandle {
  state: SessionState
  reload: () => Promise<void>
  signOut: () => Promise<void>
  /** After the sign-in form, on the page or in the dialog. */
  signedIn: () => Promise<void>
  /** The dialog was closed without signing in. */
  giveUp: () => void
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
  const latest = useRef(state)
  latest.current = state
  const waiting = useRef<((again: boolean) => void)[]>([])

  const answerWaiting = (again: boolean) => {
    for (const answer of waiting.current.splice(0)) answer(again)
  }
  const reload = useCallback(async () => {
    try {
      const session = await identity.load()
      setState(session ? { status: 'signedIn', session } : { status: 'signedOut' })
    } catch (error) {
      setState((before) => (before.status === 'signedIn' ? before : { status: 'failed', error }))
    }
  }, [identity])

  useEffect(() => {
    void reload()
    onUnauthenticated(() => {
      const { current } = latest
      if (current.status !== 'signedIn' && current.status !== 'expired') return Promise.resolve(false)
      setState({ status: 'expired', session: current.session })
      return new Promise((resolve) => waiting.current.push(resolve))
    })
  }, [reload])

  return {
    state,
    reload,
    signedIn: async () => {
      const before = latest.current
      if (before.status !== 'expired') return reload()
      const session = await identity.load()
      if (session?.user.id !== before.session.user.id) location.assign('/')
      else {
        setState({ status: 'signedIn', session })
        answerWaiting(true)
      }
    },
    giveUp: () => answerWaiting(false),
    signOut: async () => {
      await identity.signOut()
      queryClient.clear()
      // A fresh page: nothing of this person stays in memory or behind the back button.
      location.assign('/')
    },
  }
}
