import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralSentToReceiver = defineEvent({
  name: 'referrals.referral.sent-to-receiver',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '送达接诊机构',
  titleEn: 'The referral needs no review and waits for the receiver',
  data: z.strictObject({
    ...referralHead,
  }),
  examples: [
    { ...exampleUp, ...exampleTimes },
    { ...exampleDown, ...lateTimes },
  ],
});
