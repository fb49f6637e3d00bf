import { closeSync, openSync, rmSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from '../state/json-file.ts';
import { registeredClientSchema, type RegisteredClient } from './local-client.ts';

const fileSchema = z.strictObject({ clients: z.array(registeredClientSchema) });

/** Milliseconds after which a lock counts as left behind: a change takes a few. */
const lockWithin = 5_000;

/**
 * The clients that an operator registered, in a file that the issuer reads anew at every request for a token: who is added may sign in at
 * once, who is revoked no more.
 */
export class RegisteredClients {
  constructor(private readonly file: string) {}

  all(): readonly RegisteredClient[] {
    const content = readJsonFile(this.file);
    return content === undefined ? [] : fileSchema.parse(content).clients;
  }

  find(clientId: string): RegisteredClient | undefined {
    return this.all().find((client) => client.clientId === clientId);
  }

  /** False where one of this id is there. */
  add(client: RegisteredClient): Promise<boolean> {
    return this.#change((clients) =>
      clients.some(({ clientId }) => clientId === client.clientId) ? undefined : [...clients, client],
    );
  }

  /** False where there is none of this id. */
  revoke(id: string): Promise<boolean> {
    return this.#change((clients) => {
      const left = clients.filter(({ clientId }) => clientId !== id);
      return left.length < clients.length ? left : undefined;
    });
  }

  async #change(next: (clients: readonly RegisteredClient[]) => readonly RegisteredClient[] | undefined): Promise<boolean> {
    const lock = `${this.file}.lock`;
    await obtain(lock);
    try {
      const clients = next(this.all());
      if (clients) writeJsonFile(this.file, { clients });
      return clients !== undefined;
    } finally {
      rmSync(lock, { force: true });
    }
  }
}

/** One writer at a time. @throws Error when another one does not end */
async function obtain(lock: string): Promise<void> {
  for (let waited = 0; waited < lockWithin; waited += 50) {
    try {
      closeSync(openSync(lock, 'wx', 0o600));
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      await delay(50);
    }
  }
  throw new Error(`another program changes the clients; delete ${lock} if none does / 另一程序正在修改客户端`);
}
