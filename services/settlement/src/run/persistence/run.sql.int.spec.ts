import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, TypeormTransactions, type Tx } from '@yigongti/database';
import { decimal, sumFen, type Fen } from '@yigongti/kernel';
import { SequentialIds, testDatabase, type TestDatabase } from '@yigongti/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import { shareOut } from '../domain/share-out.ts';
import { runRow } from './run.row.ts';
import { TypeormRunRepository } from './typeorm-run.repository.ts';

const ids = new SequentialIds();
const repository = new TypeormRunRepository();
let database: TestDatabase;
let dataSource: DataSource;
let transactions: TypeormTransactions;

beforeAll(async () => {
  database = await testDatabase({ schema: 'settlement', migrations });
  dataSource = createDataSource({ url: database.url, schema: 'settlement', rows: [runRow] });
  await dataSource.initialize();
  transactions = new TypeormTransactions(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.close();
});

interface Member {
  readonly code: string;
  /** Points of its claims, in ten-thousandths. */
  readonly claims: readonly number[];
  /** Points of earlier claims that are taken back in the month. */
  readonly takenBack: readonly number[];
  /** In hundredths; null for an institution without a score. */
  readonly coefficient: number | null;
}

const month = '2026-06';
const resultId = ids.next();
const points = (tenThousandths: number) => decimal(tenThousandths).div(10_000);

const members = fc.uniqueArray(
  fc.record({
    // Mixed case: ties go by code point, whatever the collation of the database.
    code: fc.constantFrom('H1', 'H2', 'T1', 'T2', 'a1', 'B2', 'Z9', 'z9'),
    claims: fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 4 }),
    takenBack: fc.array(fc.integer({ min: 1, max: 99_999_999 }), { maxLength: 2 }),
    coefficient: fc.option(fc.integer({ min: 0, max: 120 })),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 8 },
);
const fund = fc.bigInt({ min: 0n, max: 10_000_000_000n });

/** Claims of a month and nothing else that a clearing looks at; rolled back after each case. */
async function prepare(tx: Tx, drawn: readonly Member[]): Promise<void> {
  await tx.query(
    `insert into institution (code, institution_id, name_zh, level, kind, consortium_code, consortium_lead, division_code, active_from, version)
     select code, id, code, 'COUNTY', 'HOSPITAL', 'C1', false, '370725', '2020-01-01', 1
     from unnest($1::text[], $2::uuid[]) i (code, id)`,
    [drawn.map(({ code }) => code), drawn.map(() => ids.next())],
  );
  await bookClaims(tx, drawn);
  await freezeScores(tx, drawn);
}

async function bookClaims(tx: Tx, drawn: readonly Member[]): Promise<void> {
  const claims = drawn.flatMap(({ code, claims: sizes, takenBack }) => [
    ...sizes.map((size) => ({ id: ids.next(), code, size, booked: month })),
    ...takenBack.map((size) => ({ id: ids.next(), code, size, booked: '2026-05' })),
  ]);
  await tx.query(
    `insert into claim (claim_id, institution_code, list_no, list_version, resident_id, insurance_type, visit_kind, admitted_on,
       discharged_on, diagnosis_code, total_fen, own_pay_fen, over_limit_fen, listed_pre_self_pay_fen, listed_in_scope_fen,
       content_digest, month, policy_id, pre_self_pay_fen, in_scope_fen, deductible_fen, fund_paid_fen, personal_fen,
       referral_applied, contract_applied, state, points, linked_deductible_fen, explanation, version, cause, consortium_code)
     select id, code, id::text, 1, id, 'RESIDENT', 'INPATIENT', '2026-05-01', '2026-05-02', 'I10.x00', 1, 1, 0, 0, 0, '', booked, $5, 0, 0, 0,
       0, 1, false, false, 'SCORED', points, 0, '[]', 1, 'LATE', 'C1'
     from unnest($1::uuid[], $2::text[], $3::numeric[], $4::text[]) c (id, code, points, booked)`,
    [
      claims.map(({ id }) => id),
      claims.map(({ code }) => code),
      claims.map(({ size }) => points(size).toFixed()),
      claims.map(({ booked }) => booked),
      policyId,
    ],
  );
  await tx.query(
    `insert into claim_reversal (claim_id, month, cause, reason_code, reversed_on)
     select claim_id, $1, 'WITHDRAWN', 'DUPLICATE', '2026-06-30' from claim where month = '2026-05'`,
    [month],
  );
}

async function freezeScores(tx: Tx, drawn: readonly Member[]): Promise<void> {
  const scored = drawn.filter(({ coefficient }) => coefficient !== null);
  await tx.query('insert into frozen_result (result_id, period, scheme_id, result_version) values ($1, $2, $1, 1)', [
    resultId,
    month,
  ]);
  await tx.query(
    `insert into frozen_score (result_id, institution_code, score, coefficient)
     select $1, code, coefficient * 100, coefficient from unnest($2::text[], $3::numeric[]) s (code, coefficient)`,
    [resultId, scored.map(({ code }) => code), scored.map(({ coefficient }) => decimal(coefficient!).div(100).toFixed())],
  );
}

const policyId = ids.next();
const policySql = `insert into policy values ($1, 'P', 1, 'RESIDENT', 2026, '2026-01-01', '2026-12-31', '{}', '', '2026-01-01', 1)`;

class RollBack extends Error {}

async function allocated(fundFen: Fen, drawn: readonly Member[]) {
  const scope = { consortiumCode: 'C1', insuranceType: 'RESIDENT' as const, month };
  let statements: Awaited<ReturnType<typeof repository.allocate>> = [];
  const work = async (tx: Tx) => {
    await tx.query(policySql, [policyId]);
    await prepare(tx, drawn);
    statements = await repository.allocate(tx, { runId: ids.next(), scope, fundFen, resultId });
    throw new RollBack();
  };
  await transactions.run(work).catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
  return statements;
}

const pointsOf = ({ claims, takenBack }: Member) =>
  points(claims.reduce((a, b) => a + b, 0) - takenBack.reduce((a, b) => a + b, 0));

describe('the month clearing in SQL', () => {
  it('gives to the fen what the rule gives, whatever the points and the scores', async () => {
    await fc.assert(
      fc.asyncProperty(fund, members, async (fundFen, drawn) => {
        fc.pre(drawn.some((member) => pointsOf(member).gt(0)));
        const rule = shareOut(
          fundFen,
          drawn.map((member) => ({
            institutionCode: member.code,
            points: pointsOf(member),
            coefficient: member.coefficient === null ? decimal(1) : decimal(member.coefficient).div(100),
          })),
        );
        const statements = await allocated(fundFen, drawn);
        const byCode = (a: { institutionCode: string }, b: { institutionCode: string }) =>
          a.institutionCode < b.institutionCode ? -1 : 1;
        const lines = statements.map(({ institutionCode, shareFen, fen, withheldFen }) => ({
          institutionCode,
          shareFen,
          fen,
          withheldFen,
        }));
        expect(lines).toEqual([...rule.shares].sort(byCode));
        expect(sumFen(lines.map(({ shareFen }) => shareFen))).toBe(fundFen);
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('gives equal remainders to the smaller codes by code point', async () => {
    const equal = ['z9', 'a1', 'B2'].map((code) => ({ code, claims: [10_000], takenBack: [], coefficient: null }));
    const statements = await allocated(100n, equal);
    expect(statements.map(({ institutionCode, shareFen }) => [institutionCode, shareFen])).toEqual([
      ['B2', 34n],
      ['a1', 33n],
      ['z9', 33n],
    ]);
  });

  it('gives no share for points below zero, and says what was booked', async () => {
    const statements = await allocated(100n, [
      { code: 'H1', claims: [10_000], takenBack: [25_000], coefficient: null },
      { code: 'H2', claims: [30_000], takenBack: [10_000], coefficient: null },
    ]);
    expect(
      statements.map(({ claimCount, bookedPoints, points: sharing, fen }) => [claimCount, bookedPoints, sharing, fen]),
    ).toEqual([
      [2, '-1.5', '0', 0n],
      [2, '2', '2', 100n],
    ]);
  });

  it('gives no lines where there are no points, or none above zero', async () => {
    expect(await allocated(100n, [])).toEqual([]);
    expect(await allocated(100n, [{ code: 'H1', claims: [1], takenBack: [1], coefficient: null }])).toEqual([]);
  });
});
