import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom } from '../fields.ts';
import { referralUrgency, referralVisitType, workClass } from './value-sets.ts';
import { walkInHead } from './walk-in-head.ts';

const exampleWalkIn = {
  walkInId: exampleId(14),
  institutionCode: example.hospital,
  departmentCode: 'CARDIO',
  residentId: example.residentId,
};

export const walkInRegistered = defineEvent({
  name: 'referrals.walk-in.registered',
  version: 1,
  owner: 'referrals',
  keyField: 'walkInId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '自行就诊登记',
  titleEn: 'A patient without a referral waits in a department',
  data: z.strictObject({
    ...walkInHead,
    visitType: codeFrom(referralVisitType, 'Kind of care asked for (就诊类型)'),
    urgency: codeFrom(referralUrgency, 'Urgency (紧急程度)'),
    workClass: codeFrom(workClass, 'Class in the work list (排队等级)'),
  }),
  examples: [
    { ...exampleWalkIn, visitType: 'OUTPATIENT', urgency: 'ROUTINE', workClass: 'WALK_IN', ...exampleTimes },
    { ...exampleWalkIn, visitType: 'INPATIENT', urgency: 'EMERGENCY', workClass: 'EMERGENCY', ...lateTimes },
  ],
  noConsumer: 'for analysts: work lists are kept and used inside referrals',
});
