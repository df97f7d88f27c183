import {
  keepPreviousData,
  useInfiniteQuery,
  useQuery,
  type QueryClient,
  type UseQueryResult,
} from '@tanstack/react-query'
import { useMemo } from 'react'

import type { EndpointSpec, Received } from '../contract/endpoint.ts'
import { call, type CallOptions } from './api.ts'

type GetSpec = EndpointSpec & { readonly method: 'GET' | 'POST' }
type Loose = Record<string, unknown>
type Args<E extends EndpointSpec> =
  {} extends CallOptions<E> ? [options?: CallOptions<E>] : [options: CallOptions<E>]

/** The cache key of a view: invalidate with `viewKey(endpoint)` (all) or `viewKey(endpoint, options)` (this one). */
export function viewKey(
  spec: EndpointSpec,
  options?: { params?: unknown; query?: unknown; body?: unknown },
): unknown[] {
  const parts = options && [options.params, options.query, options.body]
  return parts ? [spec.path, ...parts.map((part) => part ?? null)] : [spec.path]
}

/**
 * What the server answered to an action is the view from now on, or what `answer` makes of the view shown. A reading
 * under way was asked for before the action and may arrive after its answer: it is given up, or it would undo on the
 * page what was just done.
 */
export function keepAnswer<View>(
  client: QueryClient,
  key: readonly unknown[],
  answer: View | ((shown: View | undefined) => View | undefined),
): void {
  void client.cancelQueries({ queryKey: key, exact: true })
  client.setQueryData(key, answer)
}

/** Reads a view for a page and keeps it in the cache. */
export function useView<E extends GetSpec>(spec: E, ...args: Args<E>): UseQueryResult<Received<E>> {
  const options = (args[0] ?? {}) as Loose
  return useQuery({
    queryKey: viewKey(spec, options),
    queryFn: ({ signal }) => call(spec, { ...options, signal } as never) as Promise<Received<E>>,
  })
}

/** As `useView`, for what somebody types: what was found before stays until the next answer is there. */
export function useSearched<E extends GetSpec>(spec: E, ...args: Args<E>): UseQueryResult<Received<E>> {
  const options = (args[0] ?? {}) as Loose
  return useQuery({
    queryKey: viewKey(spec, options),
    queryFn: ({ signal }) => call(spec, { ...options, signal } as never) as Promise<Received<E>>,
    placeholderData: keepPreviousData,
  })
}

interface Page<Row> {
  rows: Row[]
  next?: string | undefined
}

type RowOf<E extends GetSpec> = Received<E> extends Page<infer R> ? R : never

/** A keyset-paged list: `rows` of all pages read so far, and what `Pager` needs. */
export function usePages<E extends GetSpec, Row = RowOf<E>>(spec: E, ...args: Args<E>) {
  return usePagesOf<Row>(spec, args[0] as Loose | undefined, 'forget')
}

/** As `usePages`, for what somebody types or filters: the rows before stay, and can be clicked, until the next are there. */
export function useSearchedPages<E extends GetSpec, Row = RowOf<E>>(spec: E, ...args: Args<E>) {
  return usePagesOf<Row>(spec, args[0] as Loose | undefined, 'keep')
}

function usePagesOf<Row>(spec: GetSpec, options: Loose = {}, before: 'keep' | 'forget') {
  const result = useInfiniteQuery({
    queryKey: [...viewKey(spec, options), 'pages'],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ pageParam, signal }) => {
      // A search carries its words, and so its cursor, in the body; a plain list in the address.
      const place = spec.method === 'POST' ? 'body' : 'query'
      const page = { ...(options[place] as Loose | undefined), after: pageParam }
      return (await call(spec, { ...options, [place]: page, signal } as never)) as unknown as Page<Row>
    },
    getNextPageParam: (page) => page.next,
    ...(before === 'keep' ? { placeholderData: keepPreviousData } : {}),
  })
  const rows = useMemo(() => result.data?.pages.flatMap((page) => page.rows) ?? [], [result.data])
  return {
    rows,
    error: result.error,
    loading: result.isPending,
    retry: () => void result.refetch(),
    /** Reads what is not there yet; false when that failed (then `error` says why). */
    readAll: async () => {
      let read = result
      while (read.hasNextPage) {
        read = await result.fetchNextPage()
        if (read.isError) return false
      }
      return true
    },
    pager: {
      shown: rows.length,
      hasMore: result.hasNextPage,
      loading: result.isFetchingNextPage,
      onMore: () => void result.fetchNextPage(),
    },
  }
}
