import type { AuditDeclaration, CommandContext } from '@yigongti/kernel';
import type { Tx } from '../transactions.ts';

/** One row per resident whose record was read or changed. Append-only: the service's role may not update or delete it. */
export async function writeAudit(tx: Tx, context: CommandContext, declaration: AuditDeclaration, answer: unknown): Promise<void> {
  const subjects = [...new Set(declaration.subjects(answer))];
  if (subjects.length === 0) return;
  const { caller } = context;
  await tx.query(
    `insert into audit (recorded_at, actor, client_id, institution_code, role, action, resource, resident_id, correlation_id, traceparent)
     select $1, $2, $3, $4, $5, $6, $7, resident, $9, $10 from unnest($8::uuid[]) resident`,
    [
      context.recordedAt,
      caller.subject,
      caller.clientId,
      caller.institutionCode,
      caller.role,
      declaration.action,
      declaration.resource,
      subjects,
      context.correlationId,
      context.traceparent,
    ],
  );
}
