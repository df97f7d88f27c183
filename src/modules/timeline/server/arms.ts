import { sql } from 'kysely'
import { arm, dayOf, nameOf, ofCase, type Arm } from './arm.ts'
import { consentArms } from './consent-arms.ts'
import { householdArms } from './household-arms.ts'
import { planArms } from './plan-arms.ts'
import { problemArms } from './problem-arms.ts'
import { referralArms } from './referral-arms.ts'
import { sharingArms } from './sharing-arms.ts'

const contacts: Arm[] = [
  arm(
    'contact',
    {
      event: 'recorded',
      id: sql`c.id`,
      onDate: sql`c.on_date`,
      at: sql`c.created_at`,
      actor: sql`c.created_by`,
      // As on the contact's own screen: what was entered by mistake may be about somebody else.
      text: sql`case when c.withdrawn_at is null then n.content end`,
      facts: sql`jsonb_build_object('contactKind', c.kind, 'language', c.language, 'mediator', c.mediator,
        'topics', c.topics, 'activities', c.activities, 'time', to_char(c.at_time, 'HH24:MI'), 'site', s.label,
        'withdrawn', c.withdrawal_reason, 'secrecy203', coalesce(n.secrecy_203, false), 'waitUntil', w.expected_until,
        'waitsFor', case when w.contact_id is not null then coalesce(o.name, n.waiting_label, '') end)
        || case when c.withdrawn_at is null then jsonb_build_object('place', n.place, 'persons',
          array(select ${nameOf('p')} from contact_person cp join person p on p.tenant_id = cp.tenant_id and p.id = cp.person_id
            where cp.tenant_id = c.tenant_id and cp.contact_id = c.id order by p.family_name, p.given_name, p.id)) else '{}' end`,
      domains: sql`c.topics`,
    },
    (caseId) => sql`from contact c
      left join contact_note n on n.tenant_id = c.tenant_id and n.contact_id = c.id
      left join contact_wait w on w.tenant_id = c.tenant_id and w.contact_id = c.id and w.dropped_at is null
      left join organisation o on o.tenant_id = w.tenant_id and o.id = w.organisation_id
      left join site s on s.tenant_id = c.tenant_id and s.id = c.site_id
      where ${ofCase('c', caseId)}`,
  ),
  arm(
    'contact',
    {
      event: 'answered',
      id: sql`w.contact_id`,
      onDate: sql`w.answered_on`,
      facts: sql`jsonb_build_object('organisation', coalesce(o.name, n.waiting_label), 'days', w.answered_on - w.since)`,
      domains: sql`c.topics`,
    },
    (caseId) => sql`from contact_wait w
      join contact c on c.tenant_id = w.tenant_id and c.id = w.contact_id
      left join contact_note n on n.tenant_id = w.tenant_id and n.contact_id = w.contact_id
      left join organisation o on o.tenant_id = w.tenant_id and o.id = w.organisation_id
      where ${ofCase('w', caseId)} and w.answered_on is not null and w.dropped_at is null`,
  ),
]

const caseFile: Arm[] = [
  arm(
    'case',
    {
      event: 'opened',
      id: sql`f.id`,
      onDate: sql`f.opened_on`,
      at: sql`f.created_at`,
      actor: sql`f.created_by`,
      facts: sql`jsonb_build_object('entryRoute', f.entry_route)`,
    },
    (caseId) => sql`from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = ${caseId}`,
  ),
  arm(
    'case',
    {
      event: sql`s.kind`,
      id: sql`s.id`,
      onDate: sql`s.on_date`,
      at: sql`s.at`,
      actor: sql`s.actor_id`,
      text: sql`n.note`,
      facts: sql`case when s.kind = 'handover'
        then jsonb_build_object('from', ${nameOf('a')}, 'to', ${nameOf('b')}, 'reason', s.reason)
        else jsonb_build_object('from', s.from_value, 'to', s.to_value, 'reason', s.reason) end`,
      byWorker: false,
    },
    (caseId) => sql`from case_step s
      left join case_step_text n on n.tenant_id = s.tenant_id and n.step_id = s.id
      left join staff_user a on s.kind = 'handover' and a.tenant_id = s.tenant_id and a.id::text = s.from_value
      left join staff_user b on s.kind = 'handover' and b.tenant_id = s.tenant_id and b.id::text = s.to_value
      where ${ofCase('s', caseId)}`,
  ),
  arm(
    'case',
    {
      event: sql`case x.kind when 'release' then 'released' else 'openedForReason' end`,
      id: sql`x.id`,
      onDate: dayOf(sql`x.granted_at`),
      at: sql`x.granted_at`,
      actor: sql`x.granted_by`,
      facts: sql`jsonb_build_object('to', ${nameOf('u')}, 'reason', x.reason, 'until', ${dayOf(sql`upper(x.valid_during)`)})`,
      byWorker: false,
    },
    (caseId) => sql`from clear_access x
      left join staff_user u on u.tenant_id = x.tenant_id and u.id = x.user_id where ${ofCase('x', caseId)}`,
  ),
]

const assessments: Arm[] = [
  arm(
    'assessment',
    {
      event: 'started',
      id: sql`a.id`,
      onDate: sql`a.started_on`,
      at: sql`a.created_at`,
      actor: sql`a.created_by`,
      facts: sql`jsonb_build_object('assessmentKind', a.kind)`,
    },
    (caseId) => sql`from assessment a where ${ofCase('a', caseId)}`,
  ),
  arm(
    'assessment',
    {
      event: 'finished',
      id: sql`a.id`,
      onDate: sql`a.finished_on`,
      at: sql`a.finished_at`,
      actor: sql`a.finished_by`,
      facts: sql`jsonb_build_object('assessmentKind', a.kind)`,
    },
    (caseId) => sql`from assessment a where ${ofCase('a', caseId)} and a.finished_on is not null`,
  ),
]

const documents: Arm[] = [
  arm(
    'document',
    {
      event: 'filed',
      id: sql`d.id`,
      onDate: dayOf(sql`d.created_at`),
      at: sql`d.created_at`,
      actor: sql`d.created_by`,
      text: sql`x.title`,
      facts: sql`jsonb_build_object('documentKind', d.kind)`,
    },
    (caseId) => sql`from document d
      left join document_text x on x.tenant_id = d.tenant_id and x.document_id = d.id where ${ofCase('d', caseId)}`,
  ),
]

const tasks: Arm[] = [
  arm(
    'task',
    {
      event: 'added',
      id: sql`t.id`,
      onDate: dayOf(sql`t.created_at`),
      at: sql`t.created_at`,
      actor: sql`t.created_by`,
      text: sql`x.title`,
      facts: sql`jsonb_build_object('dueOn', t.due_on)`,
    },
    (caseId) => sql`from task t
      left join task_text x on x.tenant_id = t.tenant_id and x.task_id = t.id where ${ofCase('t', caseId)}`,
  ),
  arm(
    'task',
    {
      event: sql`t.state`,
      id: sql`t.id`,
      onDate: dayOf(sql`t.closed_at`),
      at: sql`t.closed_at`,
      actor: sql`t.closed_by`,
      text: sql`x.title`,
    },
    (caseId) => sql`from task t
      left join task_text x on x.tenant_id = t.tenant_id and x.task_id = t.id
      where ${ofCase('t', caseId)} and t.closed_at is not null`,
  ),
]

/** All that a timeline is made of. */
export const arms: readonly Arm[] = [
  ...contacts,
  ...caseFile,
  ...consentArms,
  ...assessments,
  ...planArms,
  ...referralArms,
  ...sharingArms,
  ...householdArms,
  ...problemArms,
  ...documents,
  ...tasks,
]
