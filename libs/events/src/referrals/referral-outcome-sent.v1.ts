import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, diagnosisCode, listOf, sensitive } from '../fields.ts';
import { exampleDown, exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { referralOutcome } from './value-sets.ts';

export const referralOutcomeSent = defineEvent({
  name: 'referrals.referral.outcome-sent',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '回传结果',
  titleEn: 'The receiver sent the outcome of the care',
  data: z.strictObject({
    ...referralHead,
    outcome: sensitive(codeFrom(referralOutcome, 'Outcome (治疗结果)')),
    diagnosisCodes: listOf(
      sensitive(diagnosisCode('Diagnosis (诊断编码)')),
      'Diagnoses at the end, the main one first (出院诊断)',
      1,
    ),
  }),
  examples: [
    { ...exampleUp, outcome: 'IMPROVED', diagnosisCodes: ['I10.x00'], ...exampleTimes },
    { ...exampleDown, outcome: 'CURED', diagnosisCodes: ['I10.x00', 'E11.900'], ...lateTimes },
  ],
  noConsumer: 'for analysts: a step inside referrals that no other service acts on',
});
