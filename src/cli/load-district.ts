import { readFileSync } from 'node:fs'
import { checkDistrict, explainProblems, loadDistrict } from '../modules/tenancy/server/index.ts'
import { createTenant } from '../modules/staff/server/index.ts'
import type { Command } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'
import { berlinDay } from '../platform/contract/dates.ts'
import type { Pool } from '../platform/server/db/pool.ts'
import { withSystem } from '../platform/server/db/with-actor.ts'
import { withOwner } from './with-owner.ts'

/** `lotse load-district <file> [--overwrite]`: a Kreis from its configuration; loading again changes what differs. */
export const loadDistrictCommand: Command = async (args, context) => {
  const file = args.find((arg) => !arg.startsWith('--'))
  if (file === undefined)
    throw new OperatorError('Bitte nennen Sie die Datei: load-district districts/wesel.yaml', { exitCode: 2 })
  return withOwner(context, async (owner) => {
    const { name, written, ended, differing } = await loadDistrictFile(
      owner,
      file,
      args.includes('--overwrite'),
    )
    context.say(`${name}: ${written} Angaben geschrieben, ${ended} beendet.`)
    if (differing > 0)
      context.say(
        `${differing} Angaben wurden in Lotse geändert und bleiben. Die Administration wählt unter „Verwaltung › Abweichungen von der Datei“.`,
      )
    return 0
  })
}

/** Checks the file, creates the tenant when it is new and loads it, all or nothing. */
export async function loadDistrictFile(owner: Pool, file: string, overwrite = false) {
  const checked = checkDistrict(readDistrict(file))
  if ('problems' in checked) {
    throw new OperatorError(`${file} enthält Fehler:\n${explainProblems(checked.problems)}`, { exitCode: 2 })
  }
  const { key, name } = checked.district.district
  const tenantId = await createTenant(owner, { key, name })
  const today = berlinDay(Temporal.Now.instant())
  const result = await withSystem(owner, tenantId, (tx) =>
    loadDistrict(tx, checked.district, { today, overwrite }),
  )
  return { name, tenantId, ...result }
}

function readDistrict(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new OperatorError(`Die Datei ${file} ist nicht lesbar.`, { exitCode: 2, cause })
  }
}
