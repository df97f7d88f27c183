import { germanDate } from '../../../platform/contract/dates.ts'
import { audit } from '../../../platform/server/audit.ts'
import { dayOf } from '../../../platform/server/clock.ts'
import type { Actor, Tx } from '../../../platform/server/db/with-actor.ts'
import { renderSheet, type SheetBlock } from '../../../platform/server/documents/index.ts'
import type { Download } from '../../../platform/server/http/serve.ts'
import { letterhead } from '../../tenancy/server/index.ts'
import { solutionKindLabels, sideLabels, verdictLabels } from '../contract/codes.ts'
import type { SolutionRow } from '../contract/effects.ts'
import { effectSentence, shownNumber } from '../rules/effect-words.ts'
import { listSolutions } from './effect-screens.ts'

/** „Beschlossen, umgesetzt, hat es geholfen?“ for the steering group, as PDF/UA. */
export async function printEffects(tx: Tx, actor: Actor, now: Temporal.Instant): Promise<Download> {
  const { rows } = await listSolutions(tx, actor, undefined, dayOf(now))
  const head = await letterhead(tx)
  await audit(tx, { action: 'solution.printed', objectKind: 'solution', details: { rows: rows.length } })
  const title = 'Beschlossen, umgesetzt, hat es geholfen?'
  const bytes = await renderSheet({ title, ...head, blocks: blocksOf(rows) }, now)
  return { name: `Wirkung-${dayOf(now)}.pdf`, bytes }
}

const day = (date: string | null) => (date === null ? 'offen' : germanDate(date))

function blocksOf(rows: readonly SolutionRow[]): SheetBlock[] {
  if (rows.length === 0) return [{ kind: 'text', text: 'Noch keine Lösung eingetragen.' }]
  const { threshold } = rows[0]!.effect
  return [
    {
      kind: 'table',
      widths: [4, 3, 2, 3, 3],
      header: ['Lösung', 'Beschlossen', 'Umgesetzt', 'Hürden vorher / nachher', 'Hat es geholfen?'],
      rows: rows.map((row) => [
        `${row.title} (${solutionKindLabels[row.kind]})`,
        [day(row.decidedOn), row.decidedBy].filter(Boolean).join(', '),
        day(row.implementedOn),
        `${shownNumber(row.effect.before.total)} / ${shownNumber(row.effect.after.total)}`,
        row.verdict === null ? 'noch nicht bewertet' : verdictLabels[row.verdict],
      ]),
    },
    ...rows.flatMap((row): SheetBlock[] => [
      { kind: 'heading', level: 1, text: row.title },
      { kind: 'text', text: [effectSentence(row), row.verdictNote].filter(Boolean).join('\n') },
      ...(row.voices.length === 0
        ? []
        : [
            {
              kind: 'items' as const,
              items: row.voices.map((voice) => `${sideLabels[voice.side]}: ${voice.content}`),
            },
          ]),
    ]),
    {
      kind: 'note',
      text: `„·“: nicht gezeigt, weil die Zahl unter ${threshold} liegt oder eine solche verraten würde. Das laufende Quartal zählt nicht mit.`,
    },
  ]
}
