-- Two persons written down twice turn out to be one: 'duplicate' is decided by a person who sees both, and kept beside
-- 'other' and 'same'. Nothing is merged by the program: notes, bases and consents of the two files rest on different days
-- and promises. The decision is shown in both files, and one of them is closed in the usual way.
alter table duplicate_decision
  drop constraint duplicate_decision_decision_check,
  drop constraint duplicate_decision_check,
  add constraint duplicate_decision_decision_check check (decision in ('same', 'other', 'duplicate')),
  add constraint duplicate_decision_about check ((decision <> 'same') = (other_person_id is not null));
