import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, orNull, uuid } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { referralOrigin } from './value-sets.ts';

export const referralDrafted = defineEvent({
  name: 'referrals.referral.drafted',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊草稿',
  titleEn: 'A referral was drafted',
  data: z.strictObject({
    ...referralHead,
    origin: codeFrom(referralOrigin, 'Who began it (来源)'),
    suggestionTaskId: orNull(uuid('The follow-up task that suggested it (建议来源任务)')),
  }),
  examples: [
    { ...exampleUp, origin: 'MANUAL', suggestionTaskId: null, ...exampleTimes },
    { ...exampleUp, toInstitutionCode: null, origin: 'SUGGESTION', suggestionTaskId: example.taskId, ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
