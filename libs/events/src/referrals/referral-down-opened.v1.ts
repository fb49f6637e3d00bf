import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { uuid } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralDownOpened = defineEvent({
  name: 'referrals.referral.down-opened',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '开出下转',
  titleEn: 'The receiver opened a down-referral of this one',
  data: z.strictObject({
    ...referralHead,
    downReferralId: uuid('The down-referral, whose parent this one is (下转单)'),
  }),
  examples: [
    { ...exampleUp, downReferralId: example.downReferralId, ...exampleTimes },
    { ...exampleUp, scope: 'INTER', downReferralId: example.downReferralId, ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
