import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, orNull, uuid } from '../fields.ts';
import { followUpPlan } from './follow-up-plan.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralAccepted = defineEvent({
  name: 'referrals.referral.accepted',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊接收',
  titleEn: 'The receiver accepted the referral and holds its capacity',
  data: z.strictObject({
    ...referralHead,
    start: businessDate('First day of the stay or visit (就诊起)'),
    end: businessDate('Last day of the stay or visit (就诊止)'),
    capacityId: orNull(uuid('The bed or slot held (预留号源或床位)')),
    followUpPlan: orNull(followUpPlan),
  }),
  examples: [
    { ...exampleUp, start: '2026-06-03', end: '2026-06-03', capacityId: null, followUpPlan: null, ...exampleTimes },
    {
      ...exampleDown,
      start: '2026-06-10',
      end: '2026-06-17',
      capacityId: example.capacityId,
      followUpPlan: { dueInDays: 14, programme: 'HTN', instructionCode: 'BP-CHECK' },
      ...lateTimes,
    },
  ],
});
