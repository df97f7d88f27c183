import { setTimeout as wait } from 'node:timers/promises'
import { newId } from '../../src/platform/contract/ids.ts'

export interface Writer {
  readonly token: string
  readonly site: string
}

/** What the writers did, as they saw it. */
export interface Written {
  /** Idempotency key → id of the request in the acknowledged answer. */
  readonly acknowledged: Map<string, string>
  /** Every status seen, and how often; 0: no answer. */
  readonly statuses: Map<number, number>
  /** Answers 503 without Retry-After, and anything that is neither success nor "not now". */
  readonly wrong: string[]
  /** Every sentence that came with 503. */
  readonly told: Set<string>
  /** The longest time from one acknowledged write to the next, per writer, in milliseconds. */
  longestPause: number
}

/**
 * People who each record one request after another until `until` is aborted. Without an answer, or told "not now",
 * they send the same request with the same key again, as the browser does. All of them finish what they began.
 */
export async function keepWriting(
  url: string,
  writers: readonly Writer[],
  until: AbortSignal,
): Promise<Written> {
  const written: Written = {
    acknowledged: new Map(),
    statuses: new Map(),
    wrong: [],
    told: new Set(),
    longestPause: 0,
  }
  await Promise.all(
    writers.map((writer, index) =>
      oneWriter(url, { ...writer, address: `10.0.0.${index + 1}` }, until, written),
    ),
  )
  return written
}

async function oneWriter(
  url: string,
  writer: Writer & { address: string },
  until: AbortSignal,
  written: Written,
) {
  let last = performance.now()
  while (!until.aborted) {
    const key = newId()
    written.acknowledged.set(key, await untilAcknowledged(url, writer, key, written))
    written.longestPause = Math.max(written.longestPause, performance.now() - last)
    last = performance.now()
    await wait(40)
  }
}

async function untilAcknowledged(
  url: string,
  { token, site, address }: Writer & { address: string },
  key: string,
  written: Written,
): Promise<string> {
  for (let attempts = 0; attempts < 400; attempts += 1) {
    const answer = await fetch(`${url}/api/requests`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': key,
        'x-forwarded-for': address,
        cookie: `__Host-lotse=${token}`,
      },
      body: JSON.stringify({ channel: 'phone', siteId: site, concern: `Anliegen ${key}` }),
      signal: AbortSignal.timeout(10_000),
    }).then(
      async (response) => ({
        status: response.status,
        retry: response.headers.get('retry-after'),
        body: await response.text(),
      }),
      () => ({ status: 0, retry: null, body: '' }),
    )
    written.statuses.set(answer.status, (written.statuses.get(answer.status) ?? 0) + 1)
    if (answer.status === 201) return (JSON.parse(answer.body) as { id: string }).id
    if (answer.status === 503) written.told.add((JSON.parse(answer.body) as { title: string }).title)
    if (answer.status === 503 && answer.retry === null) written.wrong.push('503 without Retry-After')
    if (![0, 503].includes(answer.status)) written.wrong.push(`${answer.status} ${answer.body}`)
    // Whoever asks for long asks less often: the limit of requests per session is not what is tested here.
    await wait(attempts < 40 ? 50 : 250)
  }
  throw new Error(`never acknowledged: ${written.wrong.at(-1) ?? 'no answer'}`)
}
