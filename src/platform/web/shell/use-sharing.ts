import { useLayoutEffect } from 'react'

/** Whether somebody else looks at the screen now. */
export const isSharing = (): boolean => document.documentElement.dataset['sharing'] === ''

/**
 * As long as the component is shown, a client looks at the screen: nothing of the program comes up (palette,
 * shortcuts, messages), and what lies under the shared view is not painted.
 */
export function useSharing(): void {
  useLayoutEffect(() => {
    document.documentElement.dataset['sharing'] = ''
    return () => {
      delete document.documentElement.dataset['sharing']
    }
  }, [])
}
