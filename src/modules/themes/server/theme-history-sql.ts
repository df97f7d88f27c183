import { sql, type RawBuilder } from 'kysely'

/** The item of the agenda was put off: nothing was decided, whatever the line says. */
const putOff = sql`exists (select from agenda_item i where i.tenant_id = d.tenant_id and i.id = d.agenda_item_id and i.state = 'postponed')`

/** Steps of theme `t`, the newest `most`, and whether the decision behind one still stands. */
export const stepsSql = (most: number): RawBuilder<unknown> => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'move', s.move, 'from', s.from_state, 'to', s.to_state,
      'reason', s.reason, 'decidedBy', s.decided_by, 'decidedOn', s.decided_on, 'onDate', s.on_date,
      'by', w.given_name || ' ' || w.family_name, 'basis', case when d.state <> 'valid' or ${putOff} then 'revoked'
        when m.state = 'held' then 'takenBack' end) order by s.at, s.id), '[]')
  from (select * from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id order by s.at desc, s.id desc limit ${most}) s
    left join staff_user w on w.tenant_id = s.tenant_id and w.id = s.actor_id and w.kind = 'person'
    left join decision d on d.tenant_id = s.tenant_id and d.id = s.decision_id
    left join meeting m on m.tenant_id = d.tenant_id and m.id = d.meeting_id)`

/**
 * Released decisions on theme `t` that made no step of it, as long as nobody has moved it since. A body that advises decides
 * by recommending. The days are those of the clock of the application, so that told-back stories of the demo count as well.
 */
export const unmovedSql = sql`(
  select coalesce(jsonb_agg(jsonb_build_object('decisionId', d.id, 'committee', k.name, 'body', k.kind,
      'decidedOn', d.decided_on, 'words', case when d.is_public then d.wording end) order by d.decided_on, d.id), '[]')
  from decision d join committee k on k.tenant_id = d.tenant_id and k.id = d.committee_id
  where d.tenant_id = t.tenant_id and d.subject_kind = 'theme' and d.subject_id = t.id and d.state = 'valid'
    and d.outcome = 'adopted' and d.released_at is not null and d.decided_on is not null and not ${putOff}
    and (d.kind = 'decision' or d.kind = 'recommendation' and k.authority = 'advisory')
    and not exists (select from theme_step s where s.tenant_id = t.tenant_id and s.theme_id = t.id
      and (s.decision_id = d.id or s.on_date > (d.released_at at time zone 'Europe/Berlin')::date
        or s.on_date = (d.released_at at time zone 'Europe/Berlin')::date and s.at > d.released_at)))`
