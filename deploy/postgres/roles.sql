-- The admin migration: one role per service, which owns its schema and that of its jobs, and sees nothing next door.
-- Run by an administrator, before the services' own migrations, as often as one likes; tables belong to those.
-- Passwords are set by whoever runs it: alter role referrals password '...'.

create extension if not exists btree_gist;

do $$
declare
  service text;
begin
  foreach service in array array['registry', 'contracts', 'referrals', 'public_health', 'settlement', 'assessment'] loop
    begin
      execute format('create role %I login', service);
    exception when duplicate_object or unique_violation then
      null; -- roles belong to the server, other databases of it may have brought them
    end;
    if not pg_has_role(current_user, service, 'member') then
      execute format('grant %I to current_user', service); -- an administrator who is no superuser must be a member to give schemas away
    end if;
    execute format('create schema if not exists %I authorization %I', service, service);
    execute format('create schema if not exists %I authorization %I', service || '_jobs', service);
    execute format('grant connect on database %I to %I', current_database(), service);
  end loop;
  -- By default anybody on the server may connect, make temporary tables and, before PostgreSQL 15, fill the schema public.
  execute format('revoke all on database %I from public', current_database());
  revoke create on schema public from public;
end $$;
