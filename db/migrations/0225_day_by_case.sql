-- Mein Tag asks for what is due in a person's own cases. By these three indexes the database read what is due in the
-- whole Kreis and threw most of it away (7,400 goals for 70); nothing else uses them. The indexes by case remain.
drop index goal_due;
drop index consent_running_out;
drop index secrecy_release_running_out;
