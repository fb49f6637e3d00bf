import { Refused, refuse, type CommandContext, type RefusalDefinition } from '@yigongti/kernel';
import type { Tx } from '../transactions.ts';

export const commandStillRunning: RefusalDefinition = {
  code: 'command.still-running',
  kind: 'conflict',
  titleZh: '同一幂等键的请求仍在处理中',
  titleEn: 'The command with this key is still running',
};

export const commandKeyReused: RefusalDefinition = {
  code: 'command.key-reused',
  kind: 'rule',
  titleZh: '幂等键已用于另一请求内容',
  titleEn: 'This key was used with another request',
};

const replayed = new WeakSet<CommandContext>();

/** Whether the command's answer was the stored one of an earlier request with its key. */
export function wasReplayed(context: CommandContext): boolean {
  return replayed.has(context);
}

interface StoredAnswer {
  request_hash: string;
  answer: unknown;
}

/** Looks the key up, else runs the work and stores its answer beside the effect. Refusals roll back, so they are not stored. */
export async function answerOnce<T>(tx: Tx, context: CommandContext, work: () => Promise<T>): Promise<T> {
  const { idempotency, caller } = context;
  if (!idempotency) return work();
  // A lock of its own statement: a snapshot taken together with the lock could miss the row of whoever held it last.
  const [lock] = await tx.query<[{ free: boolean }]>('select pg_try_advisory_xact_lock(hashtextextended($1, 0)) as free', [
    `${caller.clientId} ${idempotency.key}`,
  ]);
  if (!lock.free) throw new Refused([refuse(commandStillRunning)]);
  const [stored] = await tx.query<StoredAnswer[]>(
    'select request_hash, answer from command_key where client_id = $1 and key = $2',
    [caller.clientId, idempotency.key],
  );
  if (stored) {
    if (stored.request_hash !== idempotency.requestHash) throw new Refused([refuse(commandKeyReused)]);
    replayed.add(context);
    return stored.answer as T;
  }
  const answer = await work();
  await tx.query(
    `insert into command_key (client_id, key, request_hash, route, answer, actor, institution_code, role, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      caller.clientId,
      idempotency.key,
      idempotency.requestHash,
      idempotency.route,
      JSON.stringify(answer ?? null),
      caller.subject,
      caller.institutionCode,
      caller.role,
      context.recordedAt,
    ],
  );
  return answer;
}

/** What became of a command whose answer the client never saw. */
export interface CommandRecord {
  readonly key: string;
  readonly route: string;
  readonly recordedAt: Date;
  readonly answer: unknown;
}

export async function findCommand(tx: Tx, clientId: string, key: string): Promise<CommandRecord | null> {
  const [row] = await tx.query<{ route: string; recorded_at: Date; answer: unknown }[]>(
    'select route, recorded_at, answer from command_key where client_id = $1 and key = $2',
    [clientId, key],
  );
  return row ? { key, route: row.route, recordedAt: row.recorded_at, answer: row.answer } : null;
}
