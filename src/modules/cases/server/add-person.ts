import { sql } from 'kysely'
import { newId } from '../../../platform/contract/ids.ts'
import { audit } from '../../../platform/server/audit.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { Refusal, found, refuseStale } from '../../../platform/server/http/refusal.ts'
import { coarsePicture, type PersonInput } from '../../people/index.ts'
import { createPerson, keepTakenOver, keepTold, refuseImpossibleBirth } from '../../people/server/index.ts'
import type { CasePersonView } from '../contract/case-view.ts'
import { lockCaseForWork } from './lock-case-for-work.ts'
import { readCasePerson } from './screens.ts'

interface Link {
  readonly caseId: string
  readonly personId: string
  readonly role: string
  readonly isMain: boolean
  readonly validFrom: string
  readonly person: Pick<PersonInput, 'birthDate' | 'nationalities'>
}

/** Puts a person into a case; opens access to the person for who works the case. Answers the id of the link. */
export async function linkPerson(tx: Tx, link: Link): Promise<string> {
  const id = newId()
  const { ageGroup, originGroup } = coarsePicture(link.person, link.validFrom)
  await tx
    .insertInto('case_person')
    .values({
      id,
      case_id: link.caseId,
      person_id: link.personId,
      role: link.role,
      is_main: link.isMain,
      age_group: ageGroup,
      origin_group: originGroup,
      valid_from: link.validFrom,
    })
    .execute()
  return id
}

export type NewMember = { role: string; isMain: boolean; validFrom?: string | undefined } & (
  | { person: PersonInput; notSameAs: readonly string[] }
  | { personId: string }
)

/** Adds a new person, or one of another case the actor sees, to the household of a case. */
export async function addPerson(
  tx: Tx,
  caseId: string,
  member: NewMember,
  today: string,
): Promise<CasePersonView> {
  const file = await lockCaseForWork(tx, caseId)
  const base = { caseId, role: member.role, validFrom: member.validFrom ?? today }
  const isMain = await takeMain(tx, caseId, member.isMain)
  let linkId = ''
  if ('person' in member) {
    refuseImpossibleBirth(member.person, today, 'person.')
    const link = async (personId: string) => {
      linkId = await linkPerson(tx, { ...base, isMain, personId, person: member.person })
    }
    const created = await createPerson(tx, member.person, link, 'person.')
    await keepTold(tx, created, member.notSameAs)
  } else {
    await refuseTwice(tx, caseId, member.personId)
    linkId = await linkPerson(tx, {
      ...base,
      isMain,
      personId: member.personId,
      person: await knownPerson(tx, member.personId),
    })
    await keepTakenOver(tx, member.personId, caseId)
  }
  await audit(tx, {
    action: 'case.personAdded',
    objectKind: 'casePerson',
    objectId: linkId,
    caseId,
    deputyOf: file.deputyOf,
  })
  return readCasePerson(tx, caseId, linkId)
}

export interface MemberChange {
  readonly role?: string | undefined
  readonly isMain?: true | undefined
  readonly validFrom?: string | undefined
  readonly validTo?: string | null | undefined
}

/** Changes role or dates of a member, or makes the member the main person. */
export async function changeMember(
  tx: Tx,
  ids: { id: string; casePersonId: string },
  version: number,
  change: MemberChange,
): Promise<CasePersonView> {
  const file = await lockCaseForWork(tx, ids.id)
  const before = await readCasePerson(tx, ids.id, ids.casePersonId)
  refuseStale(before.version, version, () => before)
  const from = change.validFrom ?? before.validFrom
  const to = change.validTo === undefined ? before.validTo : change.validTo
  if (to !== null && to < from) throw new Refusal('conflict', 'personRangeEmpty')
  if (to !== null && (before.isMain || change.isMain)) throw new Refusal('conflict', 'mainPersonStays')
  if (change.isMain) await takeMain(tx, ids.id, true)
  await tx
    .updateTable('case_person')
    .set({
      ...(change.role === undefined ? {} : { role: change.role }),
      ...(change.isMain ? { is_main: true } : {}),
      valid_from: from,
      valid_to: to,
      version: before.version + 1,
    })
    .where('case_id', '=', ids.id)
    .where('id', '=', ids.casePersonId)
    .execute()
  await audit(tx, {
    action: 'case.personChanged',
    objectKind: 'casePerson',
    objectId: ids.casePersonId,
    caseId: ids.id,
    deputyOf: file.deputyOf,
    details: { fields: Object.keys(change) },
  })
  return readCasePerson(tx, ids.id, ids.casePersonId)
}

/** One main person at a time: the first person of a case becomes it, a new one takes it over. */
async function takeMain(tx: Tx, caseId: string, wanted: boolean): Promise<boolean> {
  if (!wanted) {
    const main = await tx
      .selectFrom('case_person')
      .select('id')
      .where('case_id', '=', caseId)
      .where('is_main', '=', true)
      .where('valid_to', 'is', null)
      .executeTakeFirst()
    return main === undefined
  }
  await tx
    .updateTable('case_person')
    .set({ is_main: false, version: sql<number>`version + 1` })
    .where('case_id', '=', caseId)
    .where('is_main', '=', true)
    .execute()
  return true
}

async function refuseTwice(tx: Tx, caseId: string, personId: string): Promise<void> {
  const there = await tx
    .selectFrom('case_person')
    .select('id')
    .where('case_id', '=', caseId)
    .where('person_id', '=', personId)
    .where('valid_to', 'is', null)
    .executeTakeFirst()
  if (there) throw new Refusal('conflict', 'personAlreadyInCase')
}

/** A person the actor sees already (policy of `person`); anybody else is not found. */
export async function knownPerson(
  tx: Tx,
  personId: string,
): Promise<Pick<PersonInput, 'birthDate' | 'nationalities'>> {
  const { rows } = await sql<{
    birth: PersonInput['birthDate']
    nationalities: PersonInput['nationalities']
  }>`
    select case p.birth_precision
        when 'exact' then jsonb_build_object('precision', 'exact', 'date', p.birth_date)
        when 'yearOnly' then jsonb_build_object('precision', 'yearOnly', 'year', p.birth_year)
        else jsonb_build_object('precision', 'unknown') end as birth,
      (select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'validFrom', n.valid_from, 'validTo', n.valid_to)
        order by n.id), '[]') from person_nationality n where n.tenant_id = p.tenant_id and n.person_id = p.id) as nationalities
    from person p where p.tenant_id = (select app.tenant_id()) and p.id = ${personId}`.execute(tx)
  const row = found(rows[0])
  return { birthDate: row.birth, nationalities: row.nationalities }
}
