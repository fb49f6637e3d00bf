/**
 * What operators did, and the receipts of uploads, version 1: run by a service's first migration. Never edited once merged.
 */
export const operationTablesV1 = `
create table operation_log (
  position bigint generated always as identity primary key,
  recorded_at timestamptz not null,
  actor text not null,
  client_id text not null,
  institution_code text not null,
  role text not null,
  action text not null,
  target text not null,
  reason text,
  correlation_id uuid not null
);
create trigger operation_log_is_append_only before update or delete on operation_log for each row execute function refuse_change();

create table upload_receipt (
  client_id text not null,
  key text not null,
  route text not null,
  state text not null check (state in ('RUNNING', 'FINISHED', 'INTERRUPTED')),
  created int not null default 0,
  updated int not null default 0,
  unchanged int not null default 0,
  refused int not null default 0,
  started_at timestamptz not null,
  seen_at timestamptz not null,
  finished_at timestamptz,
  primary key (client_id, key)
);
`;
