import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { LANGUAGES } from '../../../platform/contract/code-lists/index.ts'
import { Refusal } from '../../../platform/server/http/refusal.ts'
import { planTexts } from './texts.ts'

interface GoalReferences {
  readonly lifeDomains?: readonly string[] | undefined
  readonly personId?: string | null | undefined
  readonly clientLanguage?: string | null | undefined
}

/** What a goal refers to must exist: domains in the district's catalogue, the person in this case, the language. */
export async function checkGoal(tx: Tx, caseId: string, goal: GoalReferences): Promise<void> {
  const fields = [
    ...((await knowsDomains(tx, goal.lifeDomains ?? [])) ? [] : [wrong('lifeDomains', 'lifeDomainUnknown')]),
    ...((await isInCase(tx, caseId, goal.personId ?? null)) ? [] : [wrong('personId', 'goalPersonUnknown')]),
    ...(knowsLanguage(goal.clientLanguage ?? null) ? [] : [wrong('clientLanguage', 'languageUnknown')]),
  ]
  if (fields.length > 0) throw new Refusal('invalid', 'invalidInput', { fields })
}

/** The organisation of a step is one of the district; a foreign one is as unknown as an invented one. */
export async function checkOrganisation(tx: Tx, organisationId: string | null | undefined): Promise<void> {
  if (organisationId === null || organisationId === undefined) return
  const row = await tx
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', organisationId)
    .executeTakeFirst()
  if (row) return
  throw new Refusal('invalid', 'invalidInput', { fields: [wrong('organisationId', 'organisationUnknown')] })
}

const wrong = (path: string, code: string) => ({ path, code, message: planTexts[code]! })

async function knowsDomains(tx: Tx, keys: readonly string[]): Promise<boolean> {
  if (keys.length === 0) return true
  const rows = await tx
    .selectFrom('catalogue_entry')
    .select('key')
    .where('kind', '=', 'lifeDomain')
    .where('key', 'in', [...keys])
    .execute()
  return rows.length === new Set(keys).size
}

async function isInCase(tx: Tx, caseId: string, personId: string | null): Promise<boolean> {
  if (personId === null) return true
  const row = await tx
    .selectFrom('case_person')
    .select('id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row !== undefined
}

const knowsLanguage = (code: string | null): boolean =>
  code === null || LANGUAGES.entries.some((language) => language.code === code)
