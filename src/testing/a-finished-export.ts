import { newId } from '../platform/contract/ids.ts'
import type { TestUser } from './house.ts'

/** A case file printed by a person who may see the case, without the worker: its file holds two letters. */
export async function aFinishedExport(by: TestUser, caseId: string): Promise<{ id: string; case: string }> {
  const id = newId()
  const choice = JSON.stringify({ kind: 'caseFile', caseId, parts: ['facts'] })
  await by.tx(async (tx) => {
    const job = tx.updateTable('export_job').where('id', '=', id)
    await tx
      .insertInto('export_job')
      .values({ id, kind: 'caseFile', format: 'pdf', case_id: caseId, choice })
      .execute()
    await job.set({ state: 'running' }).execute()
    await tx
      .insertInto('export_file')
      .values({ export_id: id, name: 'Akte.pdf', bytes: Buffer.from('ok') })
      .execute()
    await job.set({ state: 'done', finished_at: new Date().toISOString() }).execute()
  })
  return { id, case: caseId }
}
