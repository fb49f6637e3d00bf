import { commandKeyReused, commandStillRunning, type Transactions, type Tx } from '@yigongti/database';
import { formatInstant, Refused, refuse, type Clock, type CommandContext } from '@yigongti/kernel';
import type { LineResult } from './upload-results.ts';

/** An upload that has not been heard of for so long was left by a process that died. */
const abandonedAfterMs = 60_000;

export interface Receipt {
  readonly route: string;
  readonly state: 'RUNNING' | 'FINISHED' | 'INTERRUPTED';
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
}

/** Receipts of uploads, by the client's key: what was done, whether or not the client saw the answer. */
export class Receipts {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  /** Opens the receipt. The same key again, after the end, is a new run: its lines are idempotent, its counts begin anew. @throws Refused */
  async open({ caller, idempotency }: CommandContext): Promise<void> {
    const now = this.clock.now();
    const { key, route } = idempotency!;
    const opened = await this.transactions.run((tx) =>
      tx.query<unknown[]>(
        `insert into upload_receipt as r (client_id, key, route, state, started_at, seen_at) values ($1, $2, $3, 'RUNNING', $4, $4)
         on conflict (client_id, key) do update set state = 'RUNNING', created = 0, updated = 0, unchanged = 0, refused = 0,
           started_at = excluded.started_at, seen_at = excluded.seen_at, finished_at = null
         where r.route = excluded.route and (r.state <> 'RUNNING' or r.seen_at < $5) returning key`,
        [caller.clientId, key, route, formatInstant(now), formatInstant(new Date(now.getTime() - abandonedAfterMs))],
      ),
    );
    if (opened.length > 0) return;
    const receipt = await this.transactions.run((tx) => findReceipt(tx, caller.clientId, key));
    throw new Refused([refuse(receipt?.route === route ? commandStillRunning : commandKeyReused)]);
  }

  async count(tx: Tx, { caller, idempotency }: CommandContext, results: readonly LineResult[]): Promise<void> {
    const of = (status: LineResult['status']) => results.filter((result) => result.status === status).length;
    await tx.query(
      `update upload_receipt set created = created + $3, updated = updated + $4, unchanged = unchanged + $5, refused = refused + $6,
         seen_at = $7 where client_id = $1 and key = $2`,
      [
        caller.clientId,
        idempotency!.key,
        of('created'),
        of('updated'),
        of('unchanged'),
        of('refused'),
        formatInstant(this.clock.now()),
      ],
    );
  }

  async close({ caller, idempotency }: CommandContext, state: 'FINISHED' | 'INTERRUPTED'): Promise<void> {
    await this.transactions.run((tx) =>
      tx.query('update upload_receipt set state = $3, finished_at = $4 where client_id = $1 and key = $2', [
        caller.clientId,
        idempotency!.key,
        state,
        formatInstant(this.clock.now()),
      ]),
    );
  }
}

export async function findReceipt(tx: Tx, clientId: string, key: string): Promise<Receipt | null> {
  const [row] = await tx.query<Receipt[]>(
    `select route, state, created, updated, unchanged, refused, started_at as "startedAt", finished_at as "finishedAt"
     from upload_receipt where client_id = $1 and key = $2`,
    [clientId, key],
  );
  return row ?? null;
}
