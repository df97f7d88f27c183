import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { createTenant } from '../modules/staff/server/index.ts'
import { checkDistrict, explainProblems, loadDistrict } from '../modules/tenancy/server/index.ts'
import { berlinDay } from '../platform/contract/dates.ts'
import type { Command } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'
import { loadConfig } from '../platform/server/config.ts'
import type { Pool } from '../platform/server/db/pool.ts'
import { withSystem } from '../platform/server/db/with-actor.ts'
import { fillBarriers } from './generate/fill-barriers.ts'
import { fillTenant } from './generate/fill-tenant.ts'
import { fillWork } from './generate/fill-work.ts'
import { withOwner } from './with-owner.ts'

const districtFile = fileURLToPath(new URL('../../districts/wesel.yaml', import.meta.url))

/** How much is made; the same seed on the same day makes the same rows, ids included. */
export interface GenerateOptions {
  readonly tenants: number
  readonly cases: number
  readonly seed: number
  /** In each tenant, to measure the structure level with; none unless asked for. */
  readonly barriers?: number
  readonly contactsPerCase?: number
}

/**
 * `lotse generate --tenants N --cases N --seed S [--barriers N]`: tenants full of fictional cases with 25 contacts each, to measure
 * with. Nobody can sign in to them until an account is made. A tenant that is there already is left alone.
 */
export const generateCommand: Command = async (args, context) => {
  const options = readOptions(args)
  if (loadConfig(context.env).mode === 'production') {
    throw new OperatorError('Erzeugte Fälle gehören nicht in den Produktivbetrieb.', { exitCode: 2 })
  }
  return withOwner(context, async (owner) => {
    await generate(owner, options, context.say)
    return 0
  })
}

/** The keys of the tenants a call makes: one tenant per number and seed. */
export const generatedKeys = ({ tenants, seed }: GenerateOptions): string[] =>
  Array.from({ length: tenants }, (_, index) => `gen-${seed}-${index + 1}`)

export async function generate(
  owner: Pool,
  options: GenerateOptions,
  say: (line: string) => void,
): Promise<void> {
  const checked = checkDistrict(readFileSync(districtFile, 'utf8'))
  if ('problems' in checked) throw new OperatorError(explainProblems(checked.problems), { exitCode: 2 })
  const today = berlinDay(Temporal.Now.instant())
  for (const key of generatedKeys(options)) {
    const begin = performance.now()
    const tenantId = await createTenant(owner, { key, name: `Musterkreis ${key}` })
    if (await hasCases(owner, tenantId)) {
      say(`${key} hat schon Fälle und bleibt, wie er ist.`)
      await fillWork(owner, tenantId, today)
      await addBarriers(owner, tenantId, options.barriers, say)
      continue
    }
    await withSystem(owner, tenantId, (tx) => loadDistrict(tx, checked.district, { today }))
    const { cases, contactsPerCase = 25 } = options
    const made = await fillTenant(owner, tenantId, { key, cases, contactsPerCase, today })
    const seconds = ((performance.now() - begin) / 1000).toFixed(1)
    await fillWork(owner, tenantId, today)
    say(`${key}: ${made.cases} Fälle, ${made.contacts} Kontakte, ${made.users} Case Manager in ${seconds} s.`)
    await addBarriers(owner, tenantId, options.barriers, say)
  }
}

async function addBarriers(
  owner: Pool,
  tenantId: string,
  barriers: number | undefined,
  say: (line: string) => void,
) {
  if (barriers === undefined) return
  const made = await fillBarriers(owner, tenantId, barriers)
  if (made > 0) say(`${made} Hürden dazu.`)
}

const hasCases = (owner: Pool, tenantId: string) =>
  withSystem(owner, tenantId, async (tx) => {
    const row = await tx.selectFrom('case_file').select('id').limit(1).executeTakeFirst()
    return row !== undefined
  })

function readOptions(args: readonly string[]): GenerateOptions {
  const { values } = parse(args)
  const count = (name: 'tenants' | 'cases' | 'seed' | 'barriers', fallback: string, most: number) => {
    const value = Number(values[name] ?? fallback)
    if (Number.isInteger(value) && value >= 1 && value <= most) return value
    throw new OperatorError(`--${name} muss eine ganze Zahl von 1 bis ${most} sein.`, { exitCode: 64 })
  }
  return {
    tenants: count('tenants', '1', 500),
    cases: count('cases', '1000', 100_000),
    seed: count('seed', '1', 999_999),
    ...(values.barriers === undefined ? {} : { barriers: count('barriers', '1', 1_000_000) }),
  }
}

function parse(args: readonly string[]) {
  const option = { type: 'string' } as const
  try {
    return parseArgs({
      args: [...args],
      options: { tenants: option, cases: option, seed: option, barriers: option },
    })
  } catch (cause) {
    throw new OperatorError('So geht es: generate --tenants 1 --cases 1000 --seed 1 [--barriers 100000]', {
      exitCode: 64,
      cause,
    })
  }
}
