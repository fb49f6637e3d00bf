import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, sensitive } from '../fields.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { callOffReason, calledOffBy } from './reasons.ts';

export const referralWithdrawn = defineEvent({
  name: 'referrals.referral.withdrawn',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊撤回',
  titleEn: 'The sender withdrew the referral before it was accepted',
  data: z.strictObject({
    ...referralHead,
    calledOffBy: codeFrom(calledOffBy, 'Who called it off (取消方)'),
    reasonCode: sensitive(codeFrom(callOffReason, 'Why (取消原因)')),
  }),
  examples: [
    { ...exampleUp, calledOffBy: 'PATIENT', reasonCode: 'PATIENT_DECLINED', ...exampleTimes },
    { ...exampleDown, calledOffBy: 'SENDER', reasonCode: 'ENTERED_IN_ERROR', ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
