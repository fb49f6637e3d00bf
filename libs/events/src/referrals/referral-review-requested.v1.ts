import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { institutionCode } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralReviewRequested = defineEvent({
  name: 'referrals.referral.review-requested',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '请求审核',
  titleEn: "The referral waits for the review of its sender's parent",
  data: z.strictObject({
    ...referralHead,
    reviewerInstitutionCode: institutionCode('The direct parent of the sender, found in the tree (审核机构)'),
  }),
  examples: [
    { ...exampleUp, reviewerInstitutionCode: example.township, ...exampleTimes },
    { ...exampleUp, scope: 'INTER', parentReferralId: null, reviewerInstitutionCode: example.township, ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
