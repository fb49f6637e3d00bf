import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, uuid } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { downReturnReason } from './value-sets.ts';

export const referralDownReturned = defineEvent({
  name: 'referrals.referral.down-returned',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '下转退回',
  titleEn: 'The down-referral of this one came to nothing; its outcome waits again',
  data: z.strictObject({
    ...referralHead,
    downReferralId: uuid('The down-referral that ended (下转单)'),
    reason: codeFrom(downReturnReason, 'How it ended (退回原因)'),
  }),
  examples: [
    { ...exampleUp, downReferralId: example.downReferralId, reason: 'REJECTED', ...exampleTimes },
    { ...exampleUp, downReferralId: example.downReferralId, reason: 'EXPIRED', ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
