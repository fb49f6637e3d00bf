import type { Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';

export interface Operation {
  readonly action: string;
  readonly target: string;
  readonly reason: string | null;
}

/** Writes what an operator did beside what it changed: append-only. */
export async function logOperation(tx: Tx, context: CommandContext, { action, target, reason }: Operation): Promise<void> {
  const { caller, recordedAt, correlationId } = context;
  await tx.query(
    `insert into operation_log (recorded_at, actor, client_id, institution_code, role, action, target, reason, correlation_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [recordedAt, caller.subject, caller.clientId, caller.institutionCode, caller.role, action, target, reason, correlationId],
  );
}
