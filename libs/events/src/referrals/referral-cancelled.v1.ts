import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, sensitive } from '../fields.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { callOffReason, calledOffBy } from './reasons.ts';

export const referralCancelled = defineEvent({
  name: 'referrals.referral.cancelled',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊取消',
  titleEn: 'Either side called off an accepted referral; its bed or slot is free again',
  data: z.strictObject({
    ...referralHead,
    calledOffBy: codeFrom(calledOffBy, 'Who called it off (取消方)'),
    reasonCode: sensitive(codeFrom(callOffReason, 'Why (取消原因)')),
  }),
  examples: [
    { ...exampleUp, calledOffBy: 'RECEIVER', reasonCode: 'NO_CAPACITY', ...exampleTimes },
    { ...exampleDown, calledOffBy: 'PATIENT', reasonCode: 'TREATED_ELSEWHERE', ...lateTimes },
  ],
});
