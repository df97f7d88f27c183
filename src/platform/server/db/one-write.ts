import type { Writable } from 'node:stream'
import type { PoolClient } from './pool.ts'

const streamOf = (client: PoolClient) =>
  (client as unknown as { connection: { stream: Writable } }).connection.stream

/**
 * Several statements in one system call: waking the database costs more than most of what it is asked for (measured:
 * half of the server's CPU time of a list went into writing to sockets).
 */
export function inOneWrite<T extends readonly Promise<unknown>[]>(
  client: PoolClient,
  send: () => readonly [...T],
) {
  const stream = streamOf(client)
  stream.cork()
  try {
    return Promise.all(send())
  } finally {
    stream.uncork()
  }
}

/**
 * What is sent from now until the work at hand first waits for something leaves in one write. The pool hands out an idle
 * connection in a tick of its own, so who asked for it goes on after the ticks: only then is there anything to send.
 */
export function holdWrites(client: PoolClient): void {
  const stream = streamOf(client)
  stream.cork()
  queueMicrotask(() => process.nextTick(() => stream.uncork()))
}
