import type { Tx } from '../../../../platform/server/db/with-actor.ts'
import type { Configuration } from '../../contract/administration/configuration.ts'
import type { NamingView, PublicationView, ScaleView } from '../../contract/administration/statements.ts'
import type { Row } from '../district-rows.ts'
import { readConfigurationRows, type Statement } from './entry-screens.ts'

/** A fact in the words of the file as its view. */
const told = (fact: Row) => ({
  ...fact,
  source: (fact['source'] ?? null) as string | null,
  isDefault: fact['default'] === true,
  remark: (fact['remark'] ?? null) as string | null,
})
const around = ({ editedAt, editedBy, version }: Statement) => ({ editedAt, editedBy, version })

export const namingView = (stored: Statement) =>
  ({
    ...Object.fromEntries(Object.entries(stored.value).map(([key, fact]) => [key, told(fact as Row)])),
    ...around(stored),
  }) as NamingView

export const publicationView = (stored: Statement) =>
  ({ ...told(stored.value), ...around(stored) }) as unknown as PublicationView

export const scaleView = (stored: Statement) =>
  ({ ...told(stored.value), ...around(stored) }) as unknown as ScaleView

/** Everything the pages of administration show and change, in one statement. */
export async function readConfiguration(tx: Tx, today: string): Promise<Configuration> {
  const { naming, publication, scale, ...entries } = await readConfigurationRows(tx)
  return {
    today,
    ...entries,
    naming: naming && namingView(naming),
    publication: publication && publicationView(publication),
    scale: scale && scaleView(scale),
  }
}
