import type { FastifyRequest } from 'fastify'
import { draftHeader, DraftKey } from '../../contract/draft.ts'
import { sendWithCommit } from '../db/last-statements.ts'
import type { Tx } from '../db/with-actor.ts'

/**
 * Forgets the draft that was just saved for good, in the same transaction: were it left to the page, closing the page
 * at once would bring the text back, to be saved a second time.
 */
export function settleDraft(tx: Tx, request: FastifyRequest): void {
  const key = DraftKey.safeParse(request.headers[draftHeader])
  if (!key.success || request.method === 'GET') return
  sendWithCommit(tx, tx.deleteFrom('draft').where('key', '=', key.data))
}
