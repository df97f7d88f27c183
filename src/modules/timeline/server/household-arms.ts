import { sql } from 'kysely'
import { arm, nameOf, ofCase, type Arm } from './arm.ts'

/** Names as far as they are open to the reader. */
const personFrom = (caseId: string) => sql`from case_person m
  left join person p on p.tenant_id = m.tenant_id and p.id = m.person_id where ${ofCase('m', caseId)}`
const person = sql`jsonb_build_object('name', ${nameOf('p')}, 'role', m.role, 'isMain', m.is_main)`

const officeFrom = (caseId: string) => sql`from case_organisation c
  join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id
  left join case_organisation_text n on n.tenant_id = c.tenant_id and n.case_organisation_id = c.id where ${ofCase('c', caseId)}`
const office = sql`jsonb_build_object('organisation', o.name, 'part', c.role)`

const basis = sql`jsonb_build_object('basisKind', b.kind, 'basis', b.basis, 'language', b.information_language)`

/** Who belongs to the case, which offices take part, and on what its processing rests. */
export const householdArms: readonly Arm[] = [
  arm(
    'household',
    { event: 'personJoined', id: sql`m.id`, onDate: sql`m.valid_from`, facts: person },
    personFrom,
  ),
  arm(
    'household',
    { event: 'personLeft', id: sql`m.id`, onDate: sql`m.valid_to`, facts: person },
    (caseId) => sql`${personFrom(caseId)} and m.valid_to is not null`,
  ),
  arm(
    'household',
    { event: 'officeJoined', id: sql`c.id`, onDate: sql`c.valid_from`, text: sql`n.note`, facts: office },
    officeFrom,
  ),
  arm(
    'household',
    { event: 'officeLeft', id: sql`c.id`, onDate: sql`c.valid_to`, facts: office },
    (caseId) => sql`${officeFrom(caseId)} and c.valid_to is not null`,
  ),
  arm(
    'case',
    {
      event: 'basisRecorded',
      id: sql`b.id`,
      onDate: sql`b.informed_on`,
      at: sql`b.recorded_at`,
      actor: sql`b.recorded_by`,
      facts: basis,
    },
    (caseId) => sql`from processing_basis b where ${ofCase('b', caseId)}`,
  ),
  arm(
    'case',
    { event: 'basisEnded', id: sql`b.id`, onDate: sql`b.ended_on`, facts: basis },
    (caseId) => sql`from processing_basis b where ${ofCase('b', caseId)} and b.ended_on is not null`,
  ),
]
