import { z } from 'zod';
import { block, codeFrom, codeOf, orNull, sensitive } from '../fields.ts';
import { programme } from '../public-health/value-sets.ts';

/** What the home unit is asked to do; a down-referral carries one, from which its follow-up task is made. */
export const followUpPlan = block(
  {
    dueInDays: z
      .int()
      .min(1)
      .max(365)
      .meta({ description: 'Days from acceptance to the last day on time (随访时限)', privacy: 'internal', unit: 'days' }),
    programme: orNull(sensitive(codeFrom(programme, 'Programme whose follow-up this is, if one (项目)'))),
    instructionCode: sensitive(codeOf('What to do, a code of the county (随访要求)')),
  },
  'Plan of the follow-up (随访计划)',
);
