import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { refuseFields } from './refuse-fields.ts'

/** Whether the theme is there for who asks. */
export const isTheme = async (tx: Tx, id: string): Promise<boolean> =>
  (await tx.selectFrom('theme').select('id').where('id', '=', id).executeTakeFirst()) !== undefined

/** Throws `invalidInput` at `themeId`. */
export async function refuseUnknownTheme(tx: Tx, id: string | null | undefined): Promise<void> {
  if (id && !(await isTheme(tx, id))) refuseFields([['themeId', 'solutionThemeUnknown']])
}
