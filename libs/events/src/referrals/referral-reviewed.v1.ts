import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { institutionCode } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralReviewed = defineEvent({
  name: 'referrals.referral.reviewed',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '审核通过',
  titleEn: 'The reviewer approved the referral',
  data: z.strictObject({
    ...referralHead,
    reviewerInstitutionCode: institutionCode('Who approved (审核机构)'),
  }),
  examples: [
    { ...exampleUp, reviewerInstitutionCode: example.township, ...exampleTimes },
    { ...exampleUp, scope: 'INTER', reviewerInstitutionCode: example.township, ...lateTimes },
  ],
});
