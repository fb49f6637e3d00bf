import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, orNull, sensitive, uuid } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { referralCloseCause } from './value-sets.ts';

export const referralClosed = defineEvent({
  name: 'referrals.referral.closed',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊结案',
  titleEn: 'The loop of the referral is closed',
  data: z.strictObject({
    ...referralHead,
    cause: sensitive(codeFrom(referralCloseCause, 'What closed it (结案原因)')),
    followUpTaskId: orNull(uuid('The follow-up task that closed it (随访任务)')),
  }),
  examples: [
    { ...exampleUp, cause: 'DIED', followUpTaskId: null, ...exampleTimes },
    { ...exampleUp, cause: 'FOLLOW_UP_DONE', followUpTaskId: example.followUpTaskId, ...lateTimes },
  ],
});
