-- What opens a file to the KIM team is a consent of the same case.
alter table team_consent
  add foreign key (tenant_id, case_id, consent_id) references consent (tenant_id, case_id, id) on delete cascade;
