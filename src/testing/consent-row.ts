/**
 * A consent for the KIM team as a bare row, for tests of access that write `team_consent` themselves: SQL text. The
 * person is any of the tenant's whom the writer sees. `bySystem`: written by the system actor.
 */
export const consentRow = (caseId: string, id: string, { bySystem = false } = {}): string =>
  `insert into consent (id, case_id, person_id, direction, recipient_kind, valid_from, valid_to, text_version${
    bySystem ? ', created_by' : ''
  })
  select '${id}', f.id, (select p.id from person p where p.tenant_id = f.tenant_id limit 1), 'toRecipient', 'kimTeam',
    '2026-01-01', '2026-12-31', 'test'${bySystem ? ', f.responsible_user_id' : ''}
  from case_file f where f.tenant_id = (select app.tenant_id()) and f.id = '${caseId}'`
