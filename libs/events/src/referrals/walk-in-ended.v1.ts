import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom } from '../fields.ts';
import { walkInEnding } from './value-sets.ts';
import { walkInHead } from './walk-in-head.ts';

const exampleWalkIn = {
  walkInId: exampleId(14),
  institutionCode: example.hospital,
  departmentCode: 'CARDIO',
  residentId: example.residentId,
};

export const walkInEnded = defineEvent({
  name: 'referrals.walk-in.ended',
  version: 1,
  owner: 'referrals',
  keyField: 'walkInId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '自行就诊排队结束',
  titleEn: 'A patient without a referral was taken into care, or left',
  data: z.strictObject({
    ...walkInHead,
    ending: codeFrom(walkInEnding, 'How the wait ended (结束方式)'),
  }),
  examples: [
    { ...exampleWalkIn, ending: 'TAKEN', ...exampleTimes },
    { ...exampleWalkIn, ending: 'LEFT', ...lateTimes },
  ],
  noConsumer: 'for analysts: work lists are kept and used inside referrals',
});
