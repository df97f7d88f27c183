-- What was put to the vote and not adopted stands in the register too; only what was adopted moves a theme.
alter table decision add column outcome text not null default 'adopted'
  check (outcome in ('adopted', 'rejected', 'postponed'));
alter table decision add constraint decision_outcome_of_kind check (outcome = 'adopted' or kind <> 'acknowledgement');
grant insert (outcome), update (outcome) on decision to app_user;
