import { sql } from 'kysely'
import { arm, ofCase, type Arm } from './arm.ts'

const office = sql`concat_ws(', ', o.name, u.label)`

const handouts: Arm[] = [
  arm(
    'sharing',
    {
      event: 'handout',
      id: sql`h.id`,
      onDate: sql`h.on_date`,
      at: sql`h.created_at`,
      actor: sql`h.created_by`,
      text: sql`x.title`,
      facts: sql`jsonb_build_object('handoutKind', h.kind, 'via', h.via, 'organisation', ${office},
        'recipientKind', c.recipient_kind, 'categories', h.data_categories || h.special_categories, 'mistakenOn', h.mistaken_on)`,
    },
    (caseId) => sql`from handout h
      join consent c on c.tenant_id = h.tenant_id and c.id = h.consent_id
      left join organisation o on o.tenant_id = c.tenant_id and o.id = c.organisation_id
      left join unit u on u.tenant_id = c.tenant_id and u.id = c.unit_id
      left join handout_text x on x.tenant_id = h.tenant_id and x.handout_id = h.id where ${ofCase('h', caseId)}`,
  ),
]

/** A recipient is told of a withdrawal. */
const letterFrom = (caseId: string) => sql`from withdrawal_letter l
  left join consent c on c.tenant_id = l.tenant_id and c.id = l.consent_id
  left join secrecy_release s on s.tenant_id = l.tenant_id and s.id = l.secrecy_release_id
  left join organisation o on o.tenant_id = l.tenant_id and o.id = coalesce(c.organisation_id, s.organisation_id)
  left join unit u on u.tenant_id = l.tenant_id and u.id = coalesce(c.unit_id, s.unit_id)
  where ${ofCase('l', caseId)}`
const letterFacts = sql`jsonb_build_object('organisation', ${office})`
const letters: Arm[] = [
  arm(
    'sharing',
    {
      event: 'letterDrafted',
      id: sql`l.id`,
      onDate: sql`l.made_on`,
      at: sql`l.created_at`,
      actor: sql`l.created_by`,
      facts: letterFacts,
    },
    letterFrom,
  ),
  arm(
    'sharing',
    {
      event: sql`case l.state when 'sent' then 'letterSent' else 'letterNeedless' end`,
      id: sql`l.id`,
      onDate: sql`l.state_on`,
      facts: letterFacts,
    },
    (caseId) => sql`${letterFrom(caseId)} and l.state_on is not null`,
  ),
]

/** Disclosure without consent (R172): asked, answered, carried out or not. */
const disclosureFrom = (caseId: string) => sql`from disclosure d
  left join disclosure_text x on x.tenant_id = d.tenant_id and x.disclosure_id = d.id
  left join organisation o on o.tenant_id = d.tenant_id and o.id = d.organisation_id
  left join unit u on u.tenant_id = d.tenant_id and u.id = d.unit_id
  where ${ofCase('d', caseId)}`
const disclosureFacts = sql`jsonb_build_object('ground', d.ground, 'disclosureTo', d.recipient_kind, 'organisation', ${office},
  'informed', d.client_informed, 'notInformed', d.not_informed_reason)`
const disclosures: Arm[] = [
  arm(
    'sharing',
    {
      event: 'disclosureAsked',
      id: sql`d.id`,
      onDate: sql`(d.created_at at time zone 'Europe/Berlin')::date`,
      at: sql`d.created_at`,
      actor: sql`d.created_by`,
      text: sql`x.reason`,
      facts: disclosureFacts,
    },
    disclosureFrom,
  ),
  arm(
    'sharing',
    {
      event: sql`case d.state when 'refused' then 'disclosureRefused' else 'disclosureAgreed' end`,
      id: sql`d.id`,
      onDate: sql`d.answered_on`,
      actor: sql`d.second_user_id`,
      text: sql`x.second_note`,
      facts: disclosureFacts,
    },
    (caseId) => sql`${disclosureFrom(caseId)} and d.answered_on is not null`,
  ),
  arm(
    'sharing',
    {
      event: sql`case d.state when 'carriedOut' then 'disclosureCarriedOut' else 'disclosureDropped' end`,
      id: sql`d.id`,
      onDate: sql`coalesce(d.carried_out_on, d.state_on)`,
      text: sql`case d.state when 'carriedOut' then x.content end`,
      facts: disclosureFacts,
    },
    (caseId) => sql`${disclosureFrom(caseId)} and d.state in ('carriedOut', 'dropped')`,
  ),
]

export const sharingArms: readonly Arm[] = [...handouts, ...letters, ...disclosures]
