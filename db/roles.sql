-- The roles of a Lotse installation. `lotse roles` prints this file for the DBA of a server of one's own;
-- the embedded server applies it at its first start. To be run once, as a superuser or a role with CREATEROLE.
-- {{…_password}} is replaced by a quoted literal.

-- Groups hold the rights. People's work, clock-driven work, sign-in and the job queue never share one.
create role app_user nologin;    -- what a signed-in person may do; every table filtered by row level security
create role app_system nologin;  -- owns the definer functions; clock-driven work of one tenant
create role app_auth nologin;    -- reads password hashes, opens and closes sessions
create role app_jobs nologin;    -- owns schema jobs (pg-boss)

-- Logins, each a member of what it needs only (set_config('role') reaches every granted role).
create role lotse_owner login password {{owner_password}};
create role lotse_app login noinherit password {{app_password}};
create role lotse_auth login password {{auth_password}};
create role lotse_jobs login password {{jobs_password}};

grant app_system to lotse_owner;
grant app_user to lotse_app;
grant app_auth to lotse_auth;
grant app_jobs, app_system to lotse_jobs;

-- A forgotten transaction must not hold a lock for long.
alter role lotse_app set statement_timeout = '15s';
alter role lotse_app set idle_in_transaction_session_timeout = '30s';
alter role lotse_auth set statement_timeout = '10s';
