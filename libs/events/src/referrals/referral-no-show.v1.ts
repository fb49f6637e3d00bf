import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, instant } from '../fields.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { noShowMarkedBy } from './reasons.ts';

export const referralNoShow = defineEvent({
  name: 'referrals.referral.no-show',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '未到诊',
  titleEn: 'The patient did not come in time; the bed or slot is free again',
  data: z.strictObject({
    ...referralHead,
    expectedBy: instant('Until when the patient was expected (最晚到诊时间)'),
    markedBy: codeFrom(noShowMarkedBy, 'Who says so (标记方)'),
  }),
  examples: [
    { ...exampleUp, expectedBy: '2026-06-10T00:00:00.000+08:00', markedBy: 'SYSTEM', ...exampleTimes },
    { ...exampleDown, expectedBy: '2026-06-19T00:00:00.000+08:00', markedBy: 'RECEIVER', ...lateTimes },
  ],
});
