import autocannon, { type Result } from 'autocannon'
import { headersOf } from './capture.ts'
import type { Measure, Variant } from './measures.ts'

export interface Load {
  /** Answers a second. */
  readonly throughput: number
  readonly p50: number
  readonly p95: number
}

/** Every connection goes through all variants, each beginning at another one. */
export async function load(
  url: string,
  measure: Measure,
  variants: readonly Variant[],
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Load> {
  const times: number[] = []
  let connection = 0
  const result = await new Promise<Result>((resolve, reject) => {
    const instance = autocannon(
      {
        url,
        connections,
        duration: seconds,
        setupClient: (client) => {
          client.setRequests(requestsOf(measure, variants, connection, connections))
          connection += 1
        },
      },
      (error, answer) => (error ? reject(error) : resolve(answer)),
    )
    instance.on('response', (_client: unknown, status: number, _bytes: number, time: number) => {
      if (status < 300) times.push(time)
    })
  })
  if (result.non2xx + result.errors > 0) {
    throw new Error(`${measure.key}: ${result.non2xx} refused, ${result.errors} failed`)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { throughput: times.length / result.duration, p50: at(0.5), p95: at(0.95) }
}

function requestsOf(measure: Measure, variants: readonly Variant[], connection: number, connections: number) {
  const offset = Math.floor((variants.length * connection) / connections)
  return variants.map((_, index) => {
    const position = (index + offset) % variants.length
    const variant = variants[position]!
    const { body, ...request } = measure.request(variant)
    const headers = headersOf(variant, connection + 1, position, body !== undefined)
    return { ...request, headers, ...(body === undefined ? {} : { body }) }
  })
}
