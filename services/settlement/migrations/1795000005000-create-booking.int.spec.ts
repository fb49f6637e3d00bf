import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createDataSource, migrate } from '@yigongti/database';
import { SequentialIds, testDatabase, type TestDatabase } from '@yigongti/testing';
import type { DataSource } from 'typeorm';
import { createBooking } from './1795000005000-create-booking.ts';
import { migrations } from './index.ts';

const ids = new SequentialIds();
const [policyId, poolId, resultId, runId] = [ids.next(), ids.next(), ids.next(), ids.next()];
const [counted, waiting, open, visit, elsewhere] = [ids.next(), ids.next(), ids.next(), ids.next(), ids.next()];
let database: TestDatabase;
let dataSource: DataSource;

/** Data of the version before: May and June are cleared, one list came too late for May. */
beforeAll(async () => {
  const before = migrations.slice(0, migrations.indexOf(createBooking));
  database = await testDatabase({ schema: 'settlement', migrations: before });
  dataSource = createDataSource({ url: database.url, schema: 'settlement', rows: [] });
  await dataSource.initialize();
  await dataSource.query(
    `insert into institution (code, institution_id, name_zh, level, kind, consortium_code, consortium_lead, division_code, active_from, version)
     values ('H1', $1, 'H1', 'COUNTY', 'HOSPITAL', 'C1', true, '370725', '2020-01-01', 1),
            ('H9', $2, 'H9', 'COUNTY', 'HOSPITAL', null, false, '370725', '2020-01-01', 1)`,
    [ids.next(), ids.next()],
  );
  await dataSource.query(
    `insert into policy values ($1, 'P', 1, 'RESIDENT', 2026, '2026-01-01', '2026-12-31', '{}', '', '2026-01-01', 1)`,
    [policyId],
  );
  await dataSource.query(
    `insert into pool values ($1, 'C1', 'RESIDENT', 2026, $2, '2026-01-01', 1, 1, 0, 1, 0, 0, 0, 1, '[]', '[]', 1)`,
    [poolId, policyId],
  );
  await dataSource.query(`insert into frozen_result values ($1, '2026-05', $1, 1)`, [resultId]);
  await bookOldClaims();
  await migrate({ url: database.url, schema: 'settlement', migrations });
}, 60_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.close();
});

async function bookOldClaims(): Promise<void> {
  const claims = [
    [counted, 'H1', '2026-05', 7],
    [waiting, 'H1', '2026-05', 5],
    [open, 'H1', '2026-07', 3],
    [visit, 'H1', '2026-05', 0],
    [elsewhere, 'H9', '2026-05', 2],
  ];
  await dataSource.query(
    `insert into claim select id, code, id::text, 1, id, 'RESIDENT', 'INPATIENT', (month || '-01')::date, (month || '-02')::date, null,
       'I10.x00', null, 1, 1, 0, 0, 0, null, null, '', month, $2, 0, 0, 0, 0, 1, false, false, 'SCORED', null, points, 0, '[]', 1
     from json_to_recordset($1::json) c (id uuid, code text, month text, points numeric)`,
    [JSON.stringify(claims.map(([id, code, month, points]) => ({ id, code, month, points }))), policyId],
  );
  const june = ids.next();
  await dataSource.query(
    `insert into run select r, $1, m, $2, $3, 1, 7, 1, 1, 0, '', '', '2026-08-01', 1
     from unnest($4::uuid[], $5::text[]) old (r, m)`,
    [poolId, policyId, resultId, [runId, june], ['2026-05', '2026-06']],
  );
  await dataSource.query(`insert into run_claim values ($1, $2, 'H1', 7)`, [counted, runId]);
  await dataSource.query(`insert into run_statement values ($1, 'H1', 1, 7, 1, null, 1, 1, 0)`, [runId]);
}

it('takes over what is there: what was cleared stays, what waited is booked in the next open month', async () => {
  const rows = await dataSource.query<unknown[]>(
    'select claim_id, kind, cause, month, care_month, consortium_code from booking order by claim_id',
  );
  const onTime = { kind: 'ORIGINAL', cause: 'ON_TIME', month: '2026-05', care_month: '2026-05', consortium_code: 'C1' };
  expect(rows).toEqual([
    { claim_id: counted, ...onTime },
    { claim_id: waiting, ...onTime, cause: 'LATE', month: '2026-07' },
    { claim_id: open, ...onTime, month: '2026-07', care_month: '2026-07' },
    { claim_id: visit, ...onTime },
    { claim_id: elsewhere, ...onTime, consortium_code: null },
  ]);
  expect(await dataSource.query('select claim_id, kind, run_id from run_booking')).toEqual([
    { claim_id: counted, kind: 'ORIGINAL', run_id: runId },
  ]);
  expect(await dataSource.query('select booked_points::text from run_statement')).toEqual([{ booked_points: '7' }]);
});

it('keeps what is posted: a reversal and a cleared year are never changed', async () => {
  await dataSource.query(`insert into claim_reversal values ($1, '2026-07', 'WITHDRAWN', 'DUPLICATE', null, '2026-07-09')`, [
    counted,
  ]);
  await expect(dataSource.query(`update claim_reversal set month = '2026-08'`)).rejects.toThrow('append-only');
  await expect(dataSource.query('delete from claim_reversal')).rejects.toThrow('append-only');
  await expect(
    dataSource.query(`insert into claim_reversal values ($1, '2026-07', 'CORRECTED', null, null, '2026-07-09')`, [open]),
  ).rejects.toThrow('cause_is_said');
  const [sum] = await dataSource.query<{ points: string; fen: number }[]>(
    'select sum(points)::text as points, sum(total_fen)::int as fen from booking where claim_id = $1',
    [counted],
  );
  expect(sum).toEqual({ points: '0', fen: 0 });
});
