import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, instant } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { lapsedWith } from './reasons.ts';

export const referralExpired = defineEvent({
  name: 'referrals.referral.expired',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊过期',
  titleEn: 'Nobody answered in time',
  data: z.strictObject({
    ...referralHead,
    lapsedWith: codeFrom(lapsedWith, 'Who did not answer (未应答方)'),
    replyDueAt: instant('When the answer was due (应答时限)'),
  }),
  examples: [
    { ...exampleUp, lapsedWith: 'RECEIVER', replyDueAt: '2026-06-02T09:30:00.000+08:00', ...exampleTimes },
    { ...exampleUp, lapsedWith: 'REVIEWER', replyDueAt: '2026-06-02T16:05:00.000+08:00', ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
