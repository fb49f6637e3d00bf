/**
 * Tables of outbox, relay, inbox, ordered retries and totals, version 1: run by a service's first migration, in its own schema.
 * Never edited once merged: a later change is a new constant and a new migration.
 *
 * `cache 1` of the outbox's identity is a matter of correctness: cached sequences hand out positions out of commit order.
 * Payload and headers are text: the bytes that were decided in the transaction are the bytes on the wire.
 */
export const messagingTablesV1 = `
create table outbox (
  bucket smallint not null check (bucket between 0 and 63),
  position bigint generated always as identity (cache 1),
  event_id uuid not null,
  event_type text not null,
  aggregate_id uuid not null,
  aggregate_version int not null,
  topic text not null,
  headers text not null,
  payload text not null,
  created_at timestamptz not null default now(),
  primary key (bucket, position),
  constraint outbox_one_event_per_version unique (aggregate_id, aggregate_version)
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

create table relay_lease (
  bucket smallint primary key check (bucket between 0 and 63),
  owner text,
  epoch bigint not null default 0,
  expires_at timestamptz not null default '-infinity'
) with (fillfactor = 50);
insert into relay_lease (bucket) select generate_series(0, 63);

create table relay_member (
  owner text primary key,
  expires_at timestamptz not null
) with (fillfactor = 50);

create table state_recheck (
  topic text not null,
  aggregate_id uuid not null,
  due_at timestamptz not null,
  primary key (topic, aggregate_id)
);

create table published_total (
  event_type text not null,
  lane smallint not null,
  published bigint not null,
  primary key (event_type, lane)
) with (fillfactor = 50);

create table inbox (
  consumer text not null,
  event_id uuid not null,
  primary key (consumer, event_id)
) partition by range (event_id);
create table inbox_default partition of inbox default;

create function first_uuid_of(month date) returns uuid language sql stable as $$
  select (lpad(to_hex((extract(epoch from month::timestamp at time zone 'Asia/Shanghai') * 1000)::bigint), 12, '0')
    || repeat('0', 20))::uuid
$$;
create function ensure_inbox_partitions(first_month date, months int) returns void language plpgsql as $$
declare month date;
begin
  for i in 0 .. months - 1 loop
    month := (date_trunc('month', first_month) + make_interval(months => i))::date;
    execute format('create table if not exists %I.%I partition of inbox for values from (%L) to (%L)', current_schema(),
      'inbox' || to_char(month, '_YYYYMM'), first_uuid_of(month), first_uuid_of((month + interval '1 month')::date));
  end loop;
end $$;
select ensure_inbox_partitions((now() at time zone 'Asia/Shanghai' - interval '1 month')::date, 14);

create table applied_version (
  consumer text not null,
  aggregate_id uuid not null,
  version int not null,
  primary key (consumer, aggregate_id)
) with (fillfactor = 80);

create table applied_total (
  consumer text not null,
  event_type text not null,
  slot smallint not null,
  applied bigint not null,
  primary key (consumer, event_type, slot)
) with (fillfactor = 50);

create table applied_position (
  consumer text not null,
  topic text not null,
  partition int not null,
  kafka_offset bigint not null,
  primary key (consumer, topic, partition)
) with (fillfactor = 50);

create table parked_event (
  consumer text not null,
  topic text not null,
  partition int not null,
  kafka_offset bigint not null,
  key text not null,
  event_type text not null,
  headers text not null,
  payload text,
  attempts int not null default 0,
  waiting boolean not null default false,
  next_attempt_at timestamptz not null,
  error_class text,
  parked_at timestamptz not null,
  primary key (consumer, topic, partition, kafka_offset)
);
create index parked_event_queue on parked_event (consumer, key, kafka_offset);
create index parked_event_due on parked_event (consumer, next_attempt_at);

create table dead_event (
  id uuid primary key default gen_random_uuid(),
  consumer text not null,
  topic text not null,
  partition int not null,
  kafka_offset bigint not null,
  key text,
  event_type text not null,
  headers text not null,
  payload text,
  reason text not null check (reason in ('POISON', 'ATTEMPTS', 'WAITED_TOO_LONG')),
  error_class text not null,
  attempts int not null,
  dead_at timestamptz not null,
  state text not null default 'DEAD' check (state in ('DEAD', 'REPLAYED', 'DISCARDED')),
  closed_at timestamptz,
  closed_by text,
  closing_reason text,
  unique (consumer, topic, partition, kafka_offset)
);
create index dead_event_blocking on dead_event (consumer, key) where state = 'DEAD';
`;
