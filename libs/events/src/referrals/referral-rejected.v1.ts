import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, sensitive } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { rejectReason, rejectedBy } from './reasons.ts';

export const referralRejected = defineEvent({
  name: 'referrals.referral.rejected',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊被拒',
  titleEn: 'The reviewer or the receiver rejected the referral',
  data: z.strictObject({
    ...referralHead,
    rejectedBy: codeFrom(rejectedBy, 'Who said no (拒绝方)'),
    reasonCode: sensitive(codeFrom(rejectReason, 'Why (拒绝原因)')),
  }),
  examples: [
    { ...exampleUp, rejectedBy: 'RECEIVER', reasonCode: 'NO_CAPACITY', ...exampleTimes },
    { ...exampleUp, rejectedBy: 'REVIEWER', reasonCode: 'NOT_INDICATED', ...lateTimes },
  ],
});
