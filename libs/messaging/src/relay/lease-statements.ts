import type { RelayStatement } from './relay-connection.ts';

/** $1 owner, $2 milliseconds. */
export const joinMembers: RelayStatement = {
  name: 'join-members',
  text: `insert into relay_member (owner, expires_at) values ($1, clock_timestamp() + $2 * interval '1 ms')
on conflict (owner) do update set expires_at = excluded.expires_at`,
};

export const countMembers: RelayStatement = {
  name: 'count-members',
  text: `with gone as (delete from relay_member where expires_at < clock_timestamp())
select count(*)::int as members from relay_member where expires_at >= clock_timestamp()`,
};

export interface TakenLease {
  readonly bucket: number;
  readonly epoch: bigint;
  readonly owner_before: string | null;
}

/**
 * Renews own leases and takes free or lapsed ones, own first, up to $3, but none of $4. $1 owner, $2 milliseconds. The epoch grows
 * when the owner changes or the lease had lapsed: whoever held it before deletes nothing any more.
 */
export const takeLeases: RelayStatement = {
  name: 'take-leases',
  text: `with candidate as (
  select bucket, owner as owner_before, expires_at < clock_timestamp() as lapsed from relay_lease
  where (owner = $1 or owner is null or expires_at < clock_timestamp()) and bucket <> all($4::smallint[])
  order by owner is not distinct from $1 desc, bucket limit $3 for update skip locked)
update relay_lease l set owner = $1, expires_at = clock_timestamp() + $2 * interval '1 ms',
  epoch = case when c.owner_before = $1 and not c.lapsed then l.epoch else l.epoch + 1 end
from candidate c where l.bucket = c.bucket returning l.bucket, l.epoch, c.owner_before`,
};

/** $1 owner, $2 buckets. A lease given back is not a lapsed one: nothing of its owner is on the way any more. */
export const releaseLeases: RelayStatement = {
  name: 'release-leases',
  text: `update relay_lease set owner = null, expires_at = '-infinity' where owner = $1 and bucket = any($2::smallint[])`,
};

export const leaveMembers: RelayStatement = { name: 'leave-members', text: 'delete from relay_member where owner = $1' };

/** $1 buckets, $2 state topics, $3 milliseconds. What an owner that slept may still send is what lies in the outbox now. */
export const doubtBuckets: RelayStatement = {
  name: 'doubt-buckets',
  text: `insert into state_recheck (topic, aggregate_id, due_at)
select distinct topic, aggregate_id, clock_timestamp() + $3 * interval '1 ms' from outbox
where bucket = any($1::smallint[]) and topic = any($2::text[])
on conflict (topic, aggregate_id) do update set due_at = excluded.due_at`,
};

/** $1 topics, $2 aggregate ids, $3 milliseconds. */
export const doubtStates: RelayStatement = {
  name: 'doubt-states',
  text: `insert into state_recheck (topic, aggregate_id, due_at)
select distinct topic, aggregate_id, clock_timestamp() + $3 * interval '1 ms'
from unnest($1::text[], $2::uuid[]) d (topic, aggregate_id)
on conflict (topic, aggregate_id) do update set due_at = excluded.due_at`,
};

export const measureBacklog: RelayStatement = {
  name: 'measure-backlog',
  text: `select count(*)::int as pending, coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as age
from outbox`,
};
