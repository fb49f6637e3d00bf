import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, diagnosisCode, institutionCode, listOf, orNull, sensitive } from '../fields.ts';
import { ruleHit } from './rule-hit.ts';
import { exampleProgrammeTask } from './task-examples.ts';
import { taskHead } from './task-head.ts';
import { reasonUp } from '../referrals/reasons.ts';
import { referralUrgency } from '../referrals/value-sets.ts';

export const taskReferralSuggested = defineEvent({
  name: 'public-health.task.referral-suggested',
  version: 1,
  owner: 'public-health',
  keyField: 'taskId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '转诊建议',
  titleEn: 'A follow-up found reasons to refer; a doctor decides',
  data: z.strictObject({
    ...taskHead,
    urgency: codeFrom(referralUrgency, 'Urgency (紧急程度)'),
    reasonCodes: listOf(sensitive(codeFrom(reasonUp, 'Reason to refer up (转诊原因)')), 'Reasons (转诊原因)', 1),
    diagnosisCodes: listOf(sensitive(diagnosisCode('Diagnosis (诊断编码)')), 'Diagnoses that the resident is in care for (诊断)'),
    ruleHits: listOf(ruleHit, 'The rules that fired (命中规则)', 1),
    suggestedToInstitutionCode: orNull(institutionCode('Where to, if the rule says (建议转入机构)')),
  }),
  examples: [
    {
      ...exampleProgrammeTask,
      urgency: 'ROUTINE',
      reasonCodes: ['TWICE_UNCONTROLLED'],
      diagnosisCodes: [],
      ruleHits: [{ ruleId: 'HTN-TWICE-UNCONTROLLED', ruleVersion: '2017.1' }],
      suggestedToInstitutionCode: null,
      ...exampleTimes,
    },
    {
      ...exampleProgrammeTask,
      urgency: 'EMERGENCY',
      reasonCodes: ['CRITICAL', 'NEW_COMPLICATION'],
      diagnosisCodes: ['I10.x00'],
      ruleHits: [
        { ruleId: 'HTN-EMERGENCY', ruleVersion: '2017.1' },
        { ruleId: 'HTN-COMPLICATION', ruleVersion: '2017.1' },
      ],
      suggestedToInstitutionCode: example.hospital,
      ...lateTimes,
    },
  ],
});
