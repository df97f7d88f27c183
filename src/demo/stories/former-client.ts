import type { Tx } from '../../platform/server/db/with-actor.ts'
import { CaseWork } from '../case-work.ts'
import type { Player, Stage } from '../stage.ts'
import { person } from './people.ts'

/** Closed long ago; `letAftercarePass` makes the file a restricted one. */
export async function formerClient(stage: Stage, cm: Player): Promise<void> {
  const work = await CaseWork.open(stage, cm, -520, {
    intensity: 'accompaniment',
    language: 'tr',
    entryRoute: 'self',
    servedElsewhere: 'no',
    persons: [
      person('Elif', 'Karaca', {
        age: 39,
        gender: 'female',
        nationality: '163',
        language: 'tr',
        german: 'B1',
      }),
    ],
    concern: 'Anerkennung der Ausbildung als Erzieherin.',
  })
  await work.close(-400, { reason: 'goalsReached', goals: 'fully', aftercareOn: stage.date(30) })
}

/**
 * Who may see a file goes by the clock of the database, which the stories cannot move: a case is never closed and
 * restricted on one day. So the file of the former client gets its day in the past afterwards.
 */
export async function letAftercarePass(tx: Tx, stage: Stage): Promise<void> {
  const of = stage.date(-399)
  await tx
    .updateTable('case_closure')
    .set({ aftercare_on: stage.date(-220) })
    .where('closed_on', '<', of)
    .execute()
  await tx
    .updateTable('case_file')
    .set({ aftercare_on: stage.date(-220), restricted_on: stage.date(-219) })
    .where('closed_on', '<', of)
    .execute()
}
