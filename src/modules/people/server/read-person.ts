import { sql } from 'kysely'
import {
  RESIDENCE_STATUSES,
  labelOf,
  residenceStatusesFor,
} from '../../../platform/contract/code-lists/index.ts'
import type { Tx } from '../../../platform/server/db/with-actor.ts'
import { found } from '../../../platform/server/http/refusal.ts'
import type { PersonView, ResidenceView } from '../contract/person.ts'
import { birthOf, residenceContext } from './store.ts'

interface PersonRow {
  id: string
  version: number
  given_name: string
  family_name: string
  birth_name: string | null
  original_script: string | null
  gender: string
  birth_precision: string
  birth_date: string | null
  birth_year: number | null
  phone: string | null
  email: string | null
  street: string | null
  postal_code: string | null
  place: string | null
  municipality_id: string | null
  nationalities: PersonView['nationalities']
  languages: PersonView['languages']
  residences: Omit<ResidenceView, 'label'>[]
  decisions: PersonView['duplicateDecisions']
}

/** Where the other person or the file is hidden, the decision is hidden as well. */
const decisions = sql`(select coalesce(jsonb_agg(jsonb_build_object('decision', d.decision, 'about', d.about, 'by', d.by, 'at', d.decided_at, 'cases', d.cases, 'otherPersonId', case when d.nth = 1 then d.other_id end)
    order by d.decided_at desc), '[]') from (
      select d.decision, d.decided_at, o.id as other_id, row_number() over (partition by o.id order by d.decided_at desc, d.id desc) as nth,
        u.given_name || ' ' || u.family_name as by,
        coalesce(o.family_name || ', ' || o.given_name, f.file_number) as about,
        (select coalesce(jsonb_agg(distinct jsonb_build_object('id', x.id, 'fileNumber', x.file_number, 'closedOn', x.closed_on)), '[]')
          from case_person c join case_file x on x.tenant_id = c.tenant_id and x.id = c.case_id
          where c.tenant_id = d.tenant_id and c.person_id = o.id and d.decision = 'duplicate') as cases
      from duplicate_decision d join staff_user u on u.tenant_id = d.tenant_id and u.id = d.decided_by
        left join person o on o.tenant_id = d.tenant_id and o.id = case d.person_id when p.id then d.other_person_id else d.person_id end
        left join case_file f on f.tenant_id = d.tenant_id and f.id = d.case_id
      where d.tenant_id = p.tenant_id and (d.person_id = p.id or d.other_person_id = p.id)
        and (d.decision = 'same' and f.id is not null or d.decision <> 'same' and o.id is not null)) d)`

/** The person's page in two statements: what is recorded, and what may be recorded. */
export async function readPerson(tx: Tx, personId: string, mayWrite: boolean): Promise<PersonView> {
  const { rows } = await sql<PersonRow>`
    select p.*,
      (select coalesce(jsonb_agg(jsonb_build_object('code', n.code, 'validFrom', n.valid_from, 'validTo', n.valid_to)
          order by n.id), '[]') from person_nationality n where n.tenant_id = p.tenant_id and n.person_id = p.id) as nationalities,
      (select coalesce(jsonb_agg(jsonb_build_object('code', l.code, 'level', l.level, 'script', l.script, 'preferred', l.preferred)
          order by l.preferred desc, l.id), '[]') from person_language l where l.tenant_id = p.tenant_id and l.person_id = p.id) as languages,
      (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'code', r.code, 'validFrom', r.valid_from, 'validTo', r.valid_to,
          'source', r.source, 'recordedAt', r.recorded_at) order by r.valid_from desc nulls last, r.id desc), '[]')
        from person_residence r where r.tenant_id = p.tenant_id and r.person_id = p.id) as residences,
      ${decisions} as decisions
    from person p where p.tenant_id = (select app.tenant_id()) and p.id = ${personId}`.execute(tx)
  const row = found(rows[0])
  const context = await residenceContext(tx, personId)
  const work = context.work && mayWrite
  return {
    id: row.id,
    version: row.version,
    givenName: row.given_name,
    familyName: row.family_name,
    birthName: row.birth_name,
    originalScript: row.original_script,
    gender: row.gender as PersonView['gender'],
    birthDate: birthOf(row),
    nationalities: row.nationalities,
    languages: row.languages,
    phone: row.phone,
    email: row.email,
    street: row.street,
    postalCode: row.postal_code,
    place: row.place,
    municipalityId: row.municipality_id,
    residence: {
      notice: 'section87',
      locked: !work ? 'readOnly' : context.basis ? null : 'basisMissing',
      choices: offeredBy(context).map(({ code, label, group }) => ({
        code,
        label,
        ...(group === undefined ? {} : { group }),
      })),
      rows: row.residences.map(withLabel),
    },
    duplicateDecisions: row.decisions,
    can: work ? (context.basis ? ['edit', 'recordResidence'] : ['edit']) : [],
  }
}

export const withLabel = (row: Omit<ResidenceView, 'label'>): ResidenceView => ({
  ...row,
  label: labelOf(RESIDENCE_STATUSES, row.code),
})

/** The statuses the staff of this employer may choose. */
export const offeredBy = (context: { public_employer: boolean; opinion: boolean }) =>
  residenceStatusesFor({ public: context.public_employer, dpoOpinionRecorded: context.opinion })
