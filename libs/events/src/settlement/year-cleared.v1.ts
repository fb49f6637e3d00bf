import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleDigest, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, count, decimalString, digest, fen, listOf, orNull, signedFen, uuid, year } from '../fields.ts';
import { yearAssessment } from './value-sets.ts';
import { yearStatement } from './year-statement.ts';

export const yearCleared = defineEvent({
  name: 'settlement.year.cleared',
  version: 1,
  owner: 'settlement',
  keyField: 'yearClearingId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '年度清算',
  titleEn: 'A year of a pool was cleared: what is due by its points, less what its months paid',
  data: z.strictObject({
    yearClearingId: uuid('Year clearing (年度清算批次)'),
    poolId: uuid('Fund pool (基金池)'),
    year: year('Year (年度)'),
    policyId: uuid('Version of the policy (政策版本)'),
    assessedBy: codeFrom(yearAssessment, 'What the coefficients rest on (考核依据)'),
    assessmentResultId: orNull(uuid('The frozen result of the year, where it decides (年度考核结果)')),
    bookingCount: count('Lists and reversals with points of the year (清单与冲销数)', 'bookings'),
    points: decimalString('Points of all institutions (总分值)', 'points'),
    fundFen: fen('Package of the year; due + withheld = package (打包总额)'),
    dueFen: fen('Due to the institutions (应付金额)'),
    withheldFen: fen('Kept back by the assessment (考核扣留)'),
    paidFen: fen('Paid by the clearings of the months (各月已付)'),
    clearingFen: signedFen('Due less paid; below zero it is recovered (清算金额)'),
    statements: listOf(yearStatement, 'One line per institution, by code (机构结算单)'),
    digest: digest('SHA-256 of inputs and lines in canonical JSON (摘要)'),
  }),
  examples: [
    {
      yearClearingId: exampleId(36),
      poolId: example.poolId,
      year: 2026,
      policyId: example.policyId,
      assessedBy: 'NONE',
      assessmentResultId: null,
      bookingCount: 0,
      points: '0',
      fundFen: 0,
      dueFen: 0,
      withheldFen: 0,
      paidFen: 0,
      clearingFen: 0,
      statements: [],
      digest: exampleDigest,
      ...exampleTimes,
    },
    {
      yearClearingId: exampleId(37),
      poolId: example.poolId,
      year: 2026,
      policyId: example.policyId,
      assessedBy: 'YEAR_RESULT',
      assessmentResultId: example.resultId,
      bookingCount: 3,
      points: '1000',
      fundFen: 1200000,
      dueFen: 1171200,
      withheldFen: 28800,
      paidFen: 1150000,
      clearingFen: 21200,
      statements: [
        {
          ...{ institutionCode: example.hospital, bookedPoints: '600', points: '600', shareFen: 720000, coefficient: '0.96' },
          ...{ dueFen: 691200, paidFen: 700000, clearingFen: -8800 },
        },
        {
          ...{ institutionCode: example.township, bookedPoints: '400', points: '400', shareFen: 480000, coefficient: '1' },
          ...{ dueFen: 480000, paidFen: 450000, clearingFen: 30000 },
        },
      ],
      digest: exampleDigest,
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts and for the bureaus: nothing in the suite acts on a cleared year',
});
