import { type Transactions, writeAudit } from '@yigongti/database';
import { type AuditDeclaration, type Clock, formatInstant } from '@yigongti/kernel';
import type { RequestState } from '../http/request-state.ts';
import { traceparentOf } from '../observability/trace-context.ts';

/** Audit of reads: the rows are committed before the answer leaves, so that nobody reads a record unseen. */
export class ReadAudit {
  constructor(
    private readonly transactions: Transactions,
    private readonly clock: Clock,
  ) {}

  async write(state: RequestState, declaration: AuditDeclaration, answer: unknown): Promise<void> {
    if (declaration.subjects(answer).length === 0) return;
    const recordedAt = formatInstant(this.clock.now());
    const context = {
      caller: state.caller!,
      occurredAt: recordedAt,
      recordedAt,
      correlationId: state.correlationId!,
      causationId: null,
      traceparent: traceparentOf(state.trace),
      expectedVersion: null,
      idempotency: null,
      audit: declaration,
    };
    await this.transactions.run((tx) => writeAudit(tx, context, declaration, answer));
  }
}
