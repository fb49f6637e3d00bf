import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralCounterRefused = defineEvent({
  name: 'referrals.referral.counter-refused',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '不同意另约',
  titleEn: 'The sender does not agree to the offer; the receiver is asked again',
  data: z.strictObject({
    ...referralHead,
  }),
  examples: [
    { ...exampleUp, ...exampleTimes },
    { ...exampleDown, ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
