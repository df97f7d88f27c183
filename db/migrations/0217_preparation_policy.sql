-- A change of the joint text is checked as it is touched, and only then for the own name (docs/database.md, rule 2).
drop policy problem_preparation_change on problem_preparation;
create policy problem_preparation_change on problem_preparation for update to app_user
  using (tenant_id = (select app.tenant_id()) and exists (select from problem p
    where p.tenant_id = problem_preparation.tenant_id and p.id = problem_preparation.problem_id))
  with check (tenant_id = (select app.tenant_id()) and exists (select from problem p
    where p.tenant_id = problem_preparation.tenant_id and p.id = problem_preparation.problem_id) and written_by = (select app.user_id()));
