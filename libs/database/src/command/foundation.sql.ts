/**
 * Tables that every service needs for commands and audit, version 1: run by a service's first migration.
 * Never edited once merged: a later change is a new constant and a new migration.
 */
export const commandTablesV1 = `
create function ensure_month_partitions(parent regclass, first_month date, months int) returns void language plpgsql as $$
declare month date;
begin
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', first_month) + make_interval(months => i))::date;
    execute format('create table if not exists %I.%I partition of %s for values from (%L) to (%L)',
      current_schema(), (select relname from pg_class where oid = parent) || to_char(month, '_YYYYMM'), parent,
      month::timestamp at time zone 'Asia/Shanghai', (month + interval '1 month')::timestamp at time zone 'Asia/Shanghai');
  end loop;
end $$;

create table command_key (
  client_id text not null,
  key text not null,
  request_hash text not null,
  route text not null,
  answer json not null,
  actor text not null,
  institution_code text not null,
  role text not null,
  recorded_at timestamptz not null,
  primary key (client_id, key)
);
create index command_key_by_age on command_key (recorded_at);

create table audit (
  position bigint generated always as identity,
  recorded_at timestamptz not null,
  actor text not null,
  client_id text not null,
  institution_code text not null,
  role text not null,
  action text not null,
  resource text not null,
  resident_id uuid not null,
  correlation_id uuid not null,
  traceparent text,
  primary key (recorded_at, position)
) partition by range (recorded_at);
create table audit_default partition of audit default;
create index audit_by_resident on audit (resident_id, recorded_at);
create function refuse_change() returns trigger language plpgsql as $$
begin raise exception 'append-only: % of % is not allowed', tg_op, tg_table_name using errcode = 'insufficient_privilege'; end $$;
create trigger audit_is_append_only before update or delete on audit for each row execute function refuse_change();
select ensure_month_partitions('audit', (now() at time zone 'Asia/Shanghai')::date, 12);
`;
