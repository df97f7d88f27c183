import autocannon, { type Request, type Result } from 'autocannon'
import { headersOf } from './capture.ts'
import type { Measure, Variant } from './measures.ts'

export interface Load {
  /** Answers a second. */
  readonly throughput: number
  readonly p50: number
  readonly p95: number
}

interface Pressure {
  readonly connections: number
  readonly seconds: number
}

/** Every connection goes through all variants, each beginning at another one. */
export function load(
  url: string,
  measure: Measure,
  variants: readonly Variant[],
  pressure: Pressure,
): Promise<Load> {
  const requests = (connection: number) => requestsOf(measure, variants, connection, pressure.connections)
  return press(measure.key, url, pressure, requests)
}

/** A working day in small: all measures by their share, one after another. */
export function loadMix(
  url: string,
  measures: readonly Measure[],
  variants: readonly Variant[],
  pressure: Pressure,
): Promise<Load> {
  const turns = measures.flatMap((measure) => Array.from({ length: measure.share }, () => measure))
  return press('mix', url, pressure, (connection) => {
    const all = turns.map((measure) => requestsOf(measure, variants, connection, pressure.connections))
    return variants.flatMap((_, position) => all.map((requests) => requests[position]!))
  })
}

async function press(
  name: string,
  url: string,
  { connections, seconds }: Pressure,
  requests: (connection: number) => Request[],
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
          client.setRequests(requests(connection))
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
    throw new Error(`${name}: ${result.non2xx} refused, ${result.errors} failed`)
  }
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return { throughput: times.length / result.duration, p50: at(0.5), p95: at(0.95) }
}

function requestsOf(
  measure: Measure,
  variants: readonly Variant[],
  connection: number,
  connections: number,
): Request[] {
  const offset = Math.floor((variants.length * connection) / connections)
  return variants.map((_, index) => {
    const position = (index + offset) % variants.length
    const variant = variants[position]!
    const { body, ...request } = measure.request(variant)
    const headers = headersOf(variant, connection + 1, position, body !== undefined)
    return { ...request, headers, ...(body === undefined ? {} : { body }) }
  })
}
