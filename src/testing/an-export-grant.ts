import { sql } from 'kysely'
import { newId } from '../platform/contract/ids.ts'
import type { TestUser } from './house.ts'

/** Allows a person to take lists out for a day, as an administrator does; answers the id. */
export async function anExportGrant(administrator: TestUser, userId: string): Promise<string> {
  const id = newId()
  await administrator.tx((tx) =>
    tx
      .insertInto('export_grant')
      .values({
        id,
        user_id: userId,
        reason: 'Jahresbericht',
        valid_during: sql`tstzrange(now(), now() + interval '1 day')`,
      })
      .execute(),
  )
  return id
}
