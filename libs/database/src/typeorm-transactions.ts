import type { CommandContext } from '@yigongti/kernel';
import type { DataSource } from 'typeorm';
import { writeAudit } from './command/audit.ts';
import { answerOnce } from './command/command-keys.ts';
import { Transactions, type Tx } from './transactions.ts';

const attemptsMax = 3;
const redoable = new Set(['40P01', '40001']);

export type AfterCommit = (tx: Tx) => void;

/** Transactions on TypeORM's pool. Listeners run after each commit, in process; the relay is woken by one. */
export class TypeormTransactions extends Transactions {
  readonly #listeners: AfterCommit[] = [];

  constructor(private readonly dataSource: DataSource) {
    super();
  }

  afterCommit(listener: AfterCommit): void {
    this.#listeners.push(listener);
  }

  override async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (attempt === attemptsMax || !redoable.has(sqlState(error) ?? '')) throw error;
      }
    }
  }

  override command<T>(context: CommandContext, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.run((tx) =>
      answerOnce(tx, context, async () => {
        const answer = await work(tx);
        if (context.audit) await writeAudit(tx, context, context.audit, answer);
        return answer;
      }),
    );
  }

  async #once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    let used: Tx | undefined;
    const result = await this.dataSource.transaction((manager) => {
      used = manager as Tx;
      return work(used);
    });
    for (const listener of this.#listeners) listener(used!);
    return result;
  }
}

/** SQLSTATE of a database error, whether TypeORM wrapped it or not. */
export function sqlState(error: unknown): string | undefined {
  const candidate = error as { code?: unknown; driverError?: { code?: unknown } } | null;
  const code = candidate?.driverError?.code ?? candidate?.code;
  return typeof code === 'string' ? code : undefined;
}

/** Name of the violated constraint, for turning a unique or exclusion violation into a refusal. */
export function violatedConstraint(error: unknown): string | undefined {
  const candidate = error as { constraint?: unknown; driverError?: { constraint?: unknown } } | null;
  const name = candidate?.driverError?.constraint ?? candidate?.constraint;
  return typeof name === 'string' ? name : undefined;
}
