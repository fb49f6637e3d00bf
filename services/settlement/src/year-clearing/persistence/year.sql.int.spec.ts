import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDataSource, TypeormTransactions, type Tx } from '@yigongti/database';
import { decimal, sumFen } from '@yigongti/kernel';
import { SequentialIds, testDatabase, type TestDatabase } from '@yigongti/testing';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { migrations } from '../../../migrations/index.ts';
import type { YearAssessment, YearStatement } from '../domain/year.ts';
import { shareOutYear } from '../share-out-year.ts';
import { TypeormYearRepository } from './typeorm-year.repository.ts';
import { yearRow } from './year.row.ts';

const ids = new SequentialIds();
const repository = new TypeormYearRepository();
let database: TestDatabase;
let dataSource: DataSource;
let transactions: TypeormTransactions;

beforeAll(async () => {
  database = await testDatabase({ schema: 'settlement', migrations });
  dataSource = createDataSource({ url: database.url, schema: 'settlement', rows: [yearRow] });
  await dataSource.initialize();
  transactions = new TypeormTransactions(dataSource);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.close();
});

interface Month {
  readonly shareFen: bigint;
  readonly paidFen: bigint;
}
interface Member {
  readonly code: string;
  /** Points of its claims in ten-thousandths, each with its month; below zero for what is only taken back. */
  readonly claims: readonly { readonly size: number; readonly month: number }[];
  readonly takenBack: readonly number[];
  /** In hundredths; null for an institution without a score. */
  readonly coefficient: number | null;
  readonly paid: Month;
}

const scope = { poolId: ids.next(), consortiumCode: 'C1', insuranceType: 'RESIDENT', year: 2026 };
const [policyId, resultId, runId] = [ids.next(), ids.next(), ids.next()];
const points = (tenThousandths: number) => decimal(tenThousandths).div(10_000);
const size = fc.integer({ min: 1, max: 99_999_999 });

const members = fc.uniqueArray(
  fc.record({
    // Mixed case: ties go by code point, whatever the collation of the database.
    code: fc.constantFrom('H1', 'H2', 'T1', 'a1', 'B2', 'z9'),
    claims: fc.array(fc.record({ size, month: fc.integer({ min: 1, max: 12 }) }), { maxLength: 4 }),
    takenBack: fc.array(size, { maxLength: 2 }),
    coefficient: fc.option(fc.integer({ min: 0, max: 120 })),
    paid: fc
      .tuple(fc.bigInt({ min: 0n, max: 1_000_000_000_000n }), fc.integer({ min: 0, max: 1_000_000 }))
      .map(([shareFen, part]) => ({ shareFen, paidFen: (shareFen * BigInt(part)) / 1_000_000n })),
  }),
  { selector: ({ code }) => code, minLength: 1, maxLength: 6 },
);
const assessment = fc.record({
  by: fc.constantFrom<YearAssessment['by']>('YEAR_RESULT', 'MONTH_RESULTS', 'NONE'),
  decimalPlaces: fc.integer({ min: 0, max: 12 }),
});

const monthName = (month: number) => `2026-${String(month).padStart(2, '0')}`;
const pointsOf = ({ claims, takenBack }: Member) =>
  points(claims.reduce((sum, claim) => sum + claim.size, 0) - takenBack.reduce((a, b) => a + b, 0));

async function bookClaims(tx: Tx, drawn: readonly Member[]): Promise<void> {
  const claims = drawn.flatMap(({ code, claims: own, takenBack }) => [
    ...own.map((claim) => ({ id: ids.next(), code, size: claim.size, booked: monthName(claim.month) })),
    ...takenBack.map((taken) => ({ id: ids.next(), code, size: taken, booked: '2025-12' })),
  ]);
  await tx.query(
    `insert into claim (claim_id, institution_code, list_no, list_version, resident_id, insurance_type, visit_kind, admitted_on,
       discharged_on, diagnosis_code, total_fen, own_pay_fen, over_limit_fen, listed_pre_self_pay_fen, listed_in_scope_fen,
       content_digest, month, policy_id, pre_self_pay_fen, in_scope_fen, deductible_fen, fund_paid_fen, personal_fen,
       referral_applied, contract_applied, state, points, linked_deductible_fen, explanation, version, cause, consortium_code)
     select id, code, id::text, 1, id, 'RESIDENT', 'INPATIENT', '2025-12-01', '2025-12-02', 'I10.x00', 1, 1, 0, 0, 0, '', booked, $5,
       0, 0, 0, 0, 1, false, false, 'SCORED', points, 0, '[]', 1, 'LATE', 'C1'
     from unnest($1::uuid[], $2::text[], $3::numeric[], $4::text[]) c (id, code, points, booked)`,
    [
      claims.map(({ id }) => id),
      claims.map(({ code }) => code),
      claims.map((claim) => points(claim.size).toFixed()),
      claims.map(({ booked }) => booked),
      policyId,
    ],
  );
  await tx.query(
    `insert into claim_reversal (claim_id, month, cause, reason_code, reversed_on)
     select claim_id, '2026-03', 'WITHDRAWN', 'DUPLICATE', '2026-03-30' from claim where month = '2025-12'`,
  );
}

async function prepare(tx: Tx, drawn: readonly Member[]): Promise<void> {
  await tx.query(
    `insert into policy values ($1, 'P', 1, 'RESIDENT', 2026, '2026-01-01', '2026-12-31', '{}', '', '2026-01-01', 1)`,
    [policyId],
  );
  await tx.query(
    `insert into pool values ($1, 'C1', 'RESIDENT', 2026, $2, '2026-01-01', 1, 1, 0, 1, 0, 0, 0, 1, '[]', '[]', 1)`,
    [scope.poolId, policyId],
  );
  await bookClaims(tx, drawn);
  await tx.query('insert into frozen_result (result_id, period, scheme_id, result_version) values ($1, $2, $1, 1)', [
    resultId,
    '2026',
  ]);
  const scored = drawn.filter(({ coefficient }) => coefficient !== null);
  await tx.query(
    `insert into frozen_score (result_id, institution_code, score, coefficient)
     select $1, code, coefficient * 100, coefficient from unnest($2::text[], $3::numeric[]) s (code, coefficient)`,
    [resultId, scored.map(({ code }) => code), scored.map(({ coefficient }) => decimal(coefficient!).div(100).toFixed())],
  );
  await payMonth(tx, drawn);
}

/** One run stands for the months: only its lines are read. */
async function payMonth(tx: Tx, drawn: readonly Member[]): Promise<void> {
  await tx.query(`insert into run values ($1, $2, '2026-01', $3, $4, 1, 1, $5, $5, 0, '', '', '2026-02-01', 1)`, [
    runId,
    scope.poolId,
    policyId,
    resultId,
    sumFen(drawn.map(({ paid }) => paid.shareFen)).toString(),
  ]);
  await tx.query(
    `insert into run_statement (run_id, institution_code, claim_count, booked_points, points, share_fen, coefficient, fen, withheld_fen)
     select $1, code, 1, 0, 0, share, 1, paid, share - paid from unnest($2::text[], $3::bigint[], $4::bigint[]) l (code, share, paid)`,
    [
      runId,
      drawn.map(({ code }) => code),
      drawn.map(({ paid }) => paid.shareFen.toString()),
      drawn.map(({ paid }) => paid.paidFen.toString()),
    ],
  );
}

class RollBack extends Error {}

async function within<T>(drawn: readonly Member[], read: (tx: Tx) => Promise<T>): Promise<T> {
  let found: T | undefined;
  const work = async (tx: Tx) => {
    await prepare(tx, drawn);
    found = await read(tx);
    throw new RollBack();
  };
  await transactions.run(work).catch((error: unknown) => {
    if (!(error instanceof RollBack)) throw error;
  });
  return found!;
}

const byCode = (a: { institutionCode: string }, b: { institutionCode: string }) =>
  a.institutionCode < b.institutionCode ? -1 : 1;

describe('the clearing of a year in SQL', () => {
  it('gives to the fen what the rule gives, whatever points, scores, months and decimals', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: 0n, max: 10_000_000_000n }), members, assessment, async (fundFen, drawn, assessed) => {
        fc.pre(drawn.some((member) => pointsOf(member).gt(0)));
        const rule = shareOutYear(
          fundFen,
          drawn.map((member) => ({
            institutionCode: member.code,
            bookingCount: member.claims.length + member.takenBack.length,
            bookedPoints: pointsOf(member),
            frozen:
              member.coefficient === null
                ? null
                : { score: String(member.coefficient), coefficient: decimal(member.coefficient).div(100) },
            monthShareFen: member.paid.shareFen,
            paidFen: member.paid.paidFen,
          })),
          assessed,
        );
        const result = assessed.by === 'YEAR_RESULT' ? resultId : null;
        const allocation = { yearClearingId: ids.next(), scope, fundFen, assessment: assessed, resultId: result };
        const lines = await within(drawn, (tx) => repository.allocate(tx, allocation));
        expect(lines.map(plain)).toEqual([...rule].sort(byCode).map(plain));
      }),
      { numRuns: 60 },
    );
  }, 60_000);

  it('asks for the months that have points and no run, and for no other', async () => {
    const member = { takenBack: [], coefficient: null, paid: { shareFen: 0n, paidFen: 0n } };
    const drawn = [
      { ...member, code: 'H1', claims: [1, 2, 12].map((month) => ({ size: 1, month })) },
      { ...member, code: 'T1', claims: [{ size: 5, month: 3 }], takenBack: [7] },
    ];
    expect(await within(drawn, (tx) => repository.openMonths(tx, scope))).toEqual(['2026-02', '2026-12']);
  });

  it('gives no lines where there are no points', async () => {
    const drawn = [{ code: 'H1', claims: [], takenBack: [3], coefficient: null, paid: { shareFen: 1n, paidFen: 1n } }];
    const nothing = { by: 'NONE' as const, decimalPlaces: 6 };
    const allocation = { yearClearingId: ids.next(), scope, fundFen: 1n, assessment: nothing, resultId: null };
    expect(await within(drawn, (tx) => repository.allocate(tx, allocation))).toEqual([]);
  });
});

/** Figures as text of one form; a score of the rule and of the table may differ in trailing zeros. */
function plain({ score, coefficient, ...line }: YearStatement) {
  return { ...line, coefficient: decimal(coefficient).toFixed(), score: score === null ? null : decimal(score).toFixed() };
}
