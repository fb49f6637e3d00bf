import pg from 'pg';

/** Stops what `setup.mjs` started, and leaves a PostgreSQL that was given without the databases of this run. */
// eslint-disable-next-line no-restricted-syntax -- Jest takes the default export
export default async function teardown() {
  if (globalThis.stopTestServers) await globalThis.stopTestServers();
  else await dropDatabasesOfThisRun();
}

async function dropDatabasesOfThisRun() {
  const client = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL });
  await client.connect();
  const found = await client.query('select datname from pg_database where datname like $1', [
    `test\\_${process.env.TEST_RUN}\\_%`,
  ]);
  for (const { datname } of found.rows) await client.query(`drop database if exists "${datname}" with (force)`);
  await client.end();
}
