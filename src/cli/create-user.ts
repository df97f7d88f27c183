import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { Role, roleLabels, userEndpoints } from '../modules/staff/index.ts'
import { createOperatorsUser, newPassword, whyNotPassword } from '../modules/staff/server/index.ts'
import { fieldErrors } from '../platform/contract/german.ts'
import type { Command } from '../platform/server/cli/command.ts'
import { OperatorError } from '../platform/server/cli/operator-error.ts'
import { loadConfig } from '../platform/server/config.ts'
import type { Pool } from '../platform/server/db/pool.ts'
import { withSystem, type Tx } from '../platform/server/db/with-actor.ts'
import { Refusal } from '../platform/server/http/refusal.ts'
import { withOwner } from './with-owner.ts'

const usage = `Aufruf: create-user --tenant wesel --login anna.beispiel --given-name Anna --family-name Beispiel
  --organisation kreis-wesel   Schlüssel der Organisation aus der Konfiguration; ohne Angabe der Kreis selbst
  --role administrator         Aufgabe für den ganzen Kreis; ohne Angabe die Administration der Anwendung
  --password-stdin             liest das Kennwort aus der Eingabe; ohne Angabe wird eines erzeugt und einmal gezeigt`

/** `lotse create-user`: the first administrator of a tenant. Everybody else is made in the application. */
export const createUserCommand: Command = async (args, context) => {
  const wish = optionsOf(args)
  const { mode } = loadConfig(context.env)
  const password = wish.passwordStdin ? await readPassword() : newPassword()
  return withOwner(context, async (owner) => {
    const tenant = await tenantOf(owner, wish.tenant)
    await withSystem(owner, tenant.id, (tx) =>
      create(tx, { ...wish, password, secondFactorRequired: mode === 'production' }),
    )
    context.say(`${wish.login} ist für ${tenant.name} angelegt: ${roleLabels[wish.role]}.`)
    if (!wish.passwordStdin) context.say(`Kennwort (nur dieses Mal zu sehen): ${password}`)
    context.say('Beim ersten Anmelden ist ein eigenes Kennwort zu wählen.')
    return 0
  })
}

function optionsOf(args: readonly string[]) {
  const text = { type: 'string' } as const
  const parsed = attempt(() =>
    parseArgs({
      args: [...args],
      options: {
        tenant: text,
        login: text,
        'given-name': text,
        'family-name': text,
        organisation: text,
        role: text,
        'password-stdin': { type: 'boolean' },
      },
    }),
  )
  const { values } = parsed
  const role = Role.safeParse(values.role ?? 'administrator')
  const { tenant, login, 'given-name': givenName, 'family-name': familyName, organisation } = values
  if (!tenant || !login || !givenName || !familyName || !role.success)
    throw new OperatorError(usage, { exitCode: 2 })
  const passwordStdin = values['password-stdin'] ?? false
  return { tenant, login, givenName, familyName, organisation, role: role.data, passwordStdin }
}

function attempt<T>(work: () => T): T {
  try {
    return work()
  } catch (cause) {
    throw new OperatorError(usage, { exitCode: 2, cause })
  }
}

/** One line; never an argument, because arguments stand in the process list. */
async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin })
  for await (const line of lines) {
    lines.close()
    const why = whyNotPassword(line)
    if (why) throw new OperatorError(why.message, { exitCode: 2 })
    return line
  }
  throw new OperatorError('In der Eingabe steht kein Kennwort.', { exitCode: 2 })
}

async function tenantOf(owner: Pool, key: string): Promise<{ id: string; name: string }> {
  const { rows } = await owner.query<{ id: string; key: string; name: string }>(
    'select id, key, name from tenant order by key',
  )
  const tenant = rows.find((row) => row.key === key)
  if (tenant) return tenant
  const known = rows.map((row) => row.key).join(', ') || 'noch keinen; zuerst load-district ausführen'
  throw new OperatorError(`Den Kreis „${key}“ gibt es hier nicht. Eingerichtet: ${known}.`, { exitCode: 2 })
}

type Wish = ReturnType<typeof optionsOf> & { password: string; secondFactorRequired: boolean }

async function create(tx: Tx, wish: Wish): Promise<void> {
  const organisationId = await organisationOf(tx, wish.organisation)
  const person = userEndpoints.create.body.safeParse({
    givenName: wish.givenName,
    familyName: wish.familyName,
    loginName: wish.login,
    organisationId,
  })
  if (!person.success) throw faults(fieldErrors(person.error))
  const { role, password, secondFactorRequired } = wish
  try {
    await createOperatorsUser(tx, { person: person.data, role, password, secondFactorRequired })
  } catch (error) {
    throw error instanceof Refusal ? faults(error.fields) : error
  }
}

async function organisationOf(tx: Tx, key: string | undefined): Promise<string> {
  const rows = await tx.selectFrom('organisation').select(['id', 'key', 'kind']).orderBy('position').execute()
  const row = rows.find((one) => (key === undefined ? one.kind === 'kreis' : one.key === key))
  if (row) return row.id
  throw new OperatorError(
    `Die Organisation „${key ?? 'Kreis'}“ gibt es nicht. Angelegt sind: ${rows.map((one) => one.key).join(', ')}.`,
    { exitCode: 2 },
  )
}

const faults = (fields: readonly { path: string; message: string }[]) =>
  new OperatorError(fields.map(({ path, message }) => `${path}: ${message}`).join('\n'), { exitCode: 2 })
