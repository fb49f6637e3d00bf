import type { CommandContext } from '@yigongti/kernel';
import type { EntityManager } from 'typeorm';

declare const transactionBrand: unique symbol;

/**
 * An open transaction. A required argument of everything that reads or writes inside one, so that forgetting it does not compile.
 * Only `Transactions` makes it.
 */
export type Tx = EntityManager & { readonly [transactionBrand]: true };

/** Port: the only place where a transaction opens and closes. */
export abstract class Transactions {
  /**
   * Runs `work` in one transaction and returns what it returns. Deadlocks and serialisation failures (40P01, 40001) redo the
   * whole closure, at most three times: it must have no effect outside the database.
   */
  abstract run<T>(work: (tx: Tx) => Promise<T>): Promise<T>;

  /**
   * Runs a command: its idempotency key, its effect and its audit rows are one commit. A repeat with the same key and body gets the
   * stored answer without running `work`. The answer must be plain JSON.
   * @throws Refused `command.still-running` (conflict) or `command.key-reused` (rule)
   */
  abstract command<T>(context: CommandContext, work: (tx: Tx) => Promise<T>): Promise<T>;
}
