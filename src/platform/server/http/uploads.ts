import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from './refusal.ts'

export interface Upload {
  readonly name: string
  readonly bytes: Buffer
}

export const uploadLimit = 10 * 1024 * 1024

/** Each is held in memory until it is checked and written: the limit of both together is what a server needs (F13). */
const atOnce = 6
/** What is sent beside the file. */
const envelope = 64 * 1024
/** More than this is not read to its end only to be thrown away: the line is cut after the answer. */
const patience = 4 * uploadLimit

const isUpload = ({ headers }: FastifyRequest) =>
  headers['content-type']?.startsWith('multipart/form-data') ?? false

/** Refuses before anything is read: what says itself that it is too large, and uploads beyond those at once. */
export function limitUploads(): (request: FastifyRequest, reply: FastifyReply) => Promise<void> {
  let open = 0
  return async (request, reply) => {
    if (!isUpload(request)) return
    const length = Number(request.headers['content-length'] ?? Infinity)
    if (length > patience) reply.header('connection', 'close')
    if (length !== Infinity && length > uploadLimit + envelope) throw new Refusal('tooLarge', 'tooLarge')
    if (open >= atOnce) throw new Refusal('unavailable', 'overloaded', { retryAfter: 5 })
    open += 1
    let counted = true
    const release = () => {
      if (counted) open -= 1
      counted = false
    }
    reply.raw.once('finish', release)
    reply.raw.once('close', release)
  }
}

/** The one file of a request. Throws 415 when it is none, 413 (of the framework) when it is too large. */
export async function readUpload(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) throw new Refusal('unsupported', 'notAFile')
  const part = await request.file()
  if (!part) throw new Refusal('invalid', 'malformed')
  return { name: part.filename, bytes: await part.toBuffer() }
}
