import autocannon, { type Request, type Result } from 'autocannon'
import { headersOf } from './capture.ts'
import type { Measure, Variant } from './measures.ts'
import { hasWrk, pressWithWrk } from './wrk.ts'

export interface Load {
  /** Answers a second. */
  readonly throughput: number
  readonly p50: number
  readonly p95: number
}

export interface Pressure {
  readonly connections: number
  readonly seconds: number
}

/** What a load generator saw; times in milliseconds. */
export interface Answered {
  readonly answers: number
  readonly seconds: number
  readonly p50: number
  readonly p95: number
  readonly refused: number
  readonly failed: number
}

/**
 * wrk where it is installed: autocannon takes a seventh of the processor time of an answer beside the server (0.6 ms of
 * 4.4 for the list, ADR 2026-11-28-load-generator), which pgbench on the other side of the comparison does not.
 */
export const generator = (await hasWrk()) ? 'wrk' : 'autocannon'

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
  pressure: Pressure,
  requests: (connection: number) => Request[],
): Promise<Load> {
  const send = generator === 'wrk' ? pressWithWrk : pressWithAutocannon
  const { answers, seconds, p50, p95, refused, failed } = await send(url, pressure, requests)
  if (refused + failed > 0) throw new Error(`${name}: ${refused} refused, ${failed} failed`)
  return { throughput: answers / seconds, p50, p95 }
}

async function pressWithAutocannon(
  url: string,
  { connections, seconds }: Pressure,
  requests: (connection: number) => Request[],
): Promise<Answered> {
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
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  const seen = { p50: at(0.5), p95: at(0.95), refused: result.non2xx, failed: result.errors }
  return { answers: times.length, seconds: result.duration, ...seen }
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
