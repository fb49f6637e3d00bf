import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, count, fen, institutionCode, listOf, uuid, year } from '../fields.ts';
import { exampleMonths, poolMonth } from './pool-month.ts';
import { insuranceType } from './value-sets.ts';

export const poolOpened = defineEvent({
  name: 'settlement.pool.opened',
  version: 1,
  owner: 'settlement',
  keyField: 'poolId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '基金池建立',
  titleEn: 'The fund pool of a consortium, an insurance and a year was opened',
  data: z.strictObject({
    poolId: uuid('Fund pool (基金池)'),
    consortiumCode: institutionCode('Consortium (医共体)'),
    insuranceType: codeFrom(insuranceType, 'Insurance (险种)'),
    year: year('Year (年度)'),
    policyId: uuid('Version of the policy that computed it (政策版本)'),
    insuredCount: count('Insured persons the package is for (参保人数)', 'persons'),
    budgetFen: fen('Fund before reserves and carve-outs (基金预算)'),
    packageFen: fen('Package for the year (打包总额)'),
    months: listOf(poolMonth, 'The plan by month; its sum is the package (分月计划)', 12),
  }),
  examples: [
    {
      poolId: example.poolId,
      consortiumCode: example.consortium,
      insuranceType: 'RESIDENT',
      year: 2026,
      policyId: example.policyId,
      insuredCount: 0,
      budgetFen: 0,
      packageFen: 0,
      months: exampleMonths(0),
      ...exampleTimes,
    },
    {
      poolId: example.poolId,
      consortiumCode: example.consortium,
      insuranceType: 'RESIDENT',
      year: 2026,
      policyId: example.policyId,
      insuredCount: 52310,
      budgetFen: 1300000000,
      packageFen: 1200000000,
      months: exampleMonths(100000000),
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: the pool is spent inside settlement; others read the cleared month',
});
