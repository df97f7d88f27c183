-- A party's answer to an agreement can be put right. Once the minutes are approved the correction stays visible: when, and
-- why (the remark). What stood there before is in the log.
alter table decision_party add column corrected_on date;
alter table decision_party add constraint decision_party_corrected check (corrected_on is null or remark is not null);
grant update (corrected_on) on decision_party to app_user;
