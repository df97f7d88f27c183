import { QueryClient } from '@tanstack/react-query'

import { isTransient } from './problem-error.ts'

/**
 * One cache for all reads. Nothing is fetched again just because a window got the focus: people switch windows
 * all day. Only failures that can pass by themselves are tried again.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 5 * 60_000,
      refetchOnWindowFocus: false,
      refetchOnReconnect: true,
      retry: (count, error) => count < 2 && isTransient(error),
    },
    mutations: { retry: false },
  },
})
