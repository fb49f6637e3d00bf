import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate } from '../fields.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralArrived = defineEvent({
  name: 'referrals.referral.arrived',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '患者到诊',
  titleEn: 'The patient arrived; only arrivals count in assessment',
  data: z.strictObject({
    ...referralHead,
    arrivedOn: businessDate('Day of arrival (到诊日期)'),
  }),
  examples: [
    { ...exampleUp, arrivedOn: '2026-06-03', ...exampleTimes },
    { ...exampleDown, arrivedOn: '2026-06-11', ...lateTimes },
  ],
});
