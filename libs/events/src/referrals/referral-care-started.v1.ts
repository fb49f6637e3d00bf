import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { sourceNumber } from '../fields.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralCareStarted = defineEvent({
  name: 'referrals.referral.care-started',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '开始诊疗',
  titleEn: 'The receiver opened the encounter',
  data: z.strictObject({
    ...referralHead,
    encounterNo: sourceNumber("Number of the encounter in the receiver's system (就诊流水号)"),
  }),
  examples: [
    { ...exampleUp, encounterNo: 'ZY202606020003', ...exampleTimes },
    { ...exampleDown, encounterNo: 'MZ202606110002', ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
