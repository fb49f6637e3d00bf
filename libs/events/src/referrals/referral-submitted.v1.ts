import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, diagnosisCode, flag, listOf, orNull, sensitive, uuid } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';
import { referralReason } from './reasons.ts';
import { queueClass, referralUrgency, referralVisitType } from './value-sets.ts';

export const referralSubmitted = defineEvent({
  name: 'referrals.referral.submitted',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊提交',
  titleEn: 'The sender submitted the referral',
  data: z.strictObject({
    ...referralHead,
    urgency: codeFrom(referralUrgency, 'Urgency (紧急程度)'),
    visitType: codeFrom(referralVisitType, 'Kind of care asked for (就诊类型)'),
    reasonCodes: listOf(
      sensitive(codeFrom(referralReason, "Reason, of the referral's direction (转诊原因)")),
      'Reasons (转诊原因)',
      1,
    ),
    diagnosisCodes: listOf(sensitive(diagnosisCode('Diagnosis (诊断编码)')), 'First diagnoses (初步诊断)', 1),
    windowStart: businessDate('First day wished for (期望就诊起)'),
    windowEnd: businessDate('Last day wished for (期望就诊止)'),
    contracted: flag('Whether the resident had a contract in force, which gives priority (已签约)'),
    contractId: orNull(uuid('That contract (签约协议)')),
    queueClass: codeFrom(queueClass, "Its class in the receiver's worklist (排队等级)"),
  }),
  examples: [
    {
      ...exampleUp,
      urgency: 'ROUTINE',
      visitType: 'OUTPATIENT',
      reasonCodes: ['TWICE_UNCONTROLLED'],
      diagnosisCodes: ['I10.x00'],
      windowStart: '2026-06-02',
      windowEnd: '2026-06-08',
      contracted: false,
      contractId: null,
      queueClass: 'REFERRED',
      ...exampleTimes,
    },
    {
      ...exampleUp,
      urgency: 'URGENT',
      visitType: 'INPATIENT',
      reasonCodes: ['UNCLEAR_DIAGNOSIS', 'NEW_COMPLICATION'],
      diagnosisCodes: ['I10.x00', 'E11.900'],
      windowStart: '2026-06-01',
      windowEnd: '2026-06-03',
      contracted: true,
      contractId: example.contractId,
      queueClass: 'URGENT',
      ...lateTimes,
    },
  ],
});
