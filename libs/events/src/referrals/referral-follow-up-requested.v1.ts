import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, institutionCode, sensitive } from '../fields.ts';
import { followUpPlan } from './follow-up-plan.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { noDownReason } from './value-sets.ts';

export const referralFollowUpRequested = defineEvent({
  name: 'referrals.referral.follow-up-requested',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '请求随访',
  titleEn: 'No down-referral is needed; the home unit is asked to follow up',
  data: z.strictObject({
    ...referralHead,
    reason: sensitive(codeFrom(noDownReason, 'Why none is needed (不下转原因)')),
    followUpPlan,
    homeInstitutionCode: institutionCode('Who follows up (随访机构)'),
  }),
  examples: [
    {
      ...exampleUp,
      reason: 'HEALED',
      followUpPlan: { dueInDays: 14, programme: null, instructionCode: 'GENERAL' },
      homeInstitutionCode: example.clinic,
      ...exampleTimes,
    },
    {
      ...exampleUp,
      reason: 'STAYS',
      followUpPlan: { dueInDays: 30, programme: 'T2DM', instructionCode: 'GLUCOSE-CHECK' },
      homeInstitutionCode: example.township,
      ...lateTimes,
    },
  ],
});
