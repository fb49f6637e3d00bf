import pg from 'pg';

export interface RelayStatement {
  /** Names a prepared statement of the session. */
  readonly name: string;
  readonly text: string;
}

export interface ConnectionSettings {
  readonly url: string;
  readonly schema: string;
  /** Shown in pg_stat_activity. */
  readonly name: string;
  /** Session settings. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** One connection outside every pool, for one caller at a time; opened when it is needed, thrown away after any error. */
export class RelayConnection {
  #client: Promise<pg.Client> | undefined;
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly target: ConnectionSettings) {}

  async query<Row extends object>(statement: RelayStatement, values: readonly unknown[]): Promise<Row[]> {
    return this.#with(async (client) => (await client.query<Row>({ ...statement, values: [...values] })).rows);
  }

  /** Several statements in one transaction. */
  async transaction<T>(work: (query: RelayConnection['query']) => Promise<T>): Promise<T> {
    return this.#with(async (client) => {
      await client.query('begin');
      const result = await work(async <Row extends object>(statement: RelayStatement, values: readonly unknown[]) => {
        return (await client.query<Row>({ ...statement, values: [...values] })).rows;
      });
      await client.query('commit');
      return result;
    });
  }

  async close(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    await client?.then((open) => open.end()).catch(() => undefined);
  }

  /** Callers queue up: a query of one must not slip into the transaction of another. */
  #with<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    const result = this.#last.then(() => this.#use(work));
    this.#last = result.catch(() => undefined);
    return result;
  }

  async #use<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
    try {
      return await work(await (this.#client ??= this.#open()));
    } catch (error) {
      // Whatever it was, a new session is a clean one; leases and rows are in the tables.
      void this.close();
      throw error;
    }
  }

  async #open(): Promise<pg.Client> {
    const { url, schema, name, settings = {} } = this.target;
    const session = Object.entries({ search_path: `${schema},public`, ...settings });
    const client = new pg.Client({
      connectionString: url,
      application_name: name,
      options: session.map(([key, value]) => `-c ${key}=${value}`).join(' '),
      connectionTimeoutMillis: 5_000,
      query_timeout: 15_000,
      keepAlive: true,
    });
    client.on('error', () => void this.close());
    await client.connect();
    return client;
  }
}
