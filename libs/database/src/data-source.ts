import pg from 'pg';
import { DataSource, type EntitySchema } from 'typeorm';

/** pg's defaults lose money and days: dates become midnight of some zone, int8 a string that looks like a number. Set once, here. */
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value);
pg.types.setTypeParser(pg.types.builtins.INT8, (value) => BigInt(value));
pg.types.setTypeParser(pg.types.builtins.NUMERIC, (value) => value);

export interface DataSourceOptions {
  /** URL of the service's own role. */
  readonly url: string;
  readonly schema: string;
  readonly rows?: readonly EntitySchema[];
  readonly poolSize?: number;
  /** Shown in pg_stat_activity, so that an operator sees whose connection it is. */
  readonly applicationName?: string;
}

/** A pool whose connections see the service's own schema first (and public, for extensions). */
export function createDataSource(options: DataSourceOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    driver: pg,
    url: options.url,
    schema: options.schema,
    entities: [...(options.rows ?? [])],
    synchronize: false,
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? `yigongti ${options.schema}`,
    extra: { options: `-c search_path=${options.schema},public`, connectionTimeoutMillis: 5_000, keepAlive: true },
  });
}
