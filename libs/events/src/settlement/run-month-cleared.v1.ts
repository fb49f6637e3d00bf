import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleDigest, exampleTimes, lateTimes } from '../example-values.ts';
import { count, decimalString, digest, fen, listOf, month, uuid } from '../fields.ts';
import { monthStatement } from './month-statement.ts';

export const monthCleared = defineEvent({
  name: 'settlement.run.month-cleared',
  version: 1,
  owner: 'settlement',
  keyField: 'runId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '月度清算',
  titleEn: 'A month of a pool was cleared: its fund is shared out to the fen',
  data: z.strictObject({
    runId: uuid('Run (清算批次)'),
    poolId: uuid('Fund pool (基金池)'),
    month: month('Month (结算月份)'),
    policyId: uuid('Version of the policy (政策版本)'),
    assessmentResultId: uuid('The frozen assessment result used (考核结果)'),
    claimCount: count('Lists and reversals with points that the month counts (清单与冲销数)', 'bookings'),
    points: decimalString('Points of all of them (总分值)', 'points'),
    fundFen: fen('Fund of the month; allocated + withheld = fund (当月基金)'),
    allocatedFen: fen('Given to the institutions (分配金额)'),
    withheldFen: fen('Kept back by the assessment (考核扣留)'),
    statements: listOf(monthStatement, 'One line per institution, by code (机构结算单)'),
    digest: digest('SHA-256 of inputs and lines in canonical JSON (摘要)'),
  }),
  examples: [
    {
      runId: example.runId,
      poolId: example.poolId,
      month: '2026-06',
      policyId: example.policyId,
      assessmentResultId: example.resultId,
      claimCount: 0,
      points: '0',
      fundFen: 0,
      allocatedFen: 0,
      withheldFen: 0,
      statements: [],
      digest: exampleDigest,
      ...exampleTimes,
    },
    {
      runId: example.runId,
      poolId: example.poolId,
      month: '2026-06',
      policyId: example.policyId,
      assessmentResultId: example.resultId,
      claimCount: 3,
      points: '1000',
      fundFen: 100000,
      allocatedFen: 97600,
      withheldFen: 2400,
      statements: [
        {
          institutionCode: example.hospital,
          bookedPoints: '600',
          points: '600',
          shareFen: 60000,
          coefficient: '0.96',
          fen: 57600,
        },
        { institutionCode: example.township, bookedPoints: '400', points: '400', shareFen: 40000, coefficient: '1', fen: 40000 },
      ],
      digest: exampleDigest,
      ...lateTimes,
    },
  ],
});
