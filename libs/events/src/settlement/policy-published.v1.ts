import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleDigest, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, codeOf, digest, unrestricted, uuid, version, year } from '../fields.ts';
import { insuranceType } from './value-sets.ts';

export const policyPublished = defineEvent({
  name: 'settlement.policy.published',
  version: 1,
  owner: 'settlement',
  keyField: 'policyId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '支付政策发布',
  titleEn: 'A version of a payment policy was published; it never changes again',
  data: z.strictObject({
    policyId: uuid('This version of the policy (政策版本)'),
    policyCode: unrestricted(codeOf('Policy (政策编码)')),
    version: unrestricted(version('Version, from 1 (版本号)')),
    insuranceType: unrestricted(codeFrom(insuranceType, 'Insurance (险种)')),
    year: unrestricted(year('Year it pays for (年度)')),
    effectiveFrom: unrestricted(businessDate('First day of discharge it holds for (生效日期)')),
    effectiveTo: unrestricted(businessDate('Last day of discharge it holds for (截止日期)')),
    digest: digest('SHA-256 of the policy in canonical JSON (摘要)'),
  }),
  examples: [
    {
      policyId: example.policyId,
      policyCode: '370725-RESIDENT',
      version: 1,
      insuranceType: 'RESIDENT',
      year: 2026,
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-12-31',
      digest: exampleDigest,
      ...exampleTimes,
    },
    {
      policyId: exampleId(34),
      policyCode: '370725-EMPLOYEE',
      version: 2,
      insuranceType: 'EMPLOYEE',
      year: 2026,
      effectiveFrom: '2026-07-01',
      effectiveTo: '2026-12-31',
      digest: exampleDigest,
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: only settlement computes by a policy; its results name the version',
});
