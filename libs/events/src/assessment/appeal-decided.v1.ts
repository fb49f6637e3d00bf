import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { block, codeFrom, decimalString, orNull } from '../fields.ts';
import { appealHead } from './appeal-head.ts';
import { exampleAppeal } from './appeal-submitted.v1.ts';
import { appealDecision, appealGrounds } from './value-sets.ts';

export const appealDecided = defineEvent({
  name: 'assessment.appeal.decided',
  version: 1,
  owner: 'assessment',
  keyField: 'appealId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '申诉裁定',
  titleEn: 'The health bureau decided an appeal; the next version of the result puts right what was upheld',
  data: z.strictObject({
    ...appealHead,
    decision: codeFrom(appealDecision, 'Decision (裁定)'),
    groundsCode: codeFrom(appealGrounds, 'What it rests on (裁定依据)'),
    correction: orNull(
      block(
        { numerator: decimalString('Numerator (分子)'), denominator: decimalString('Denominator (分母)') },
        'The line as it shall stand; null: as dismissed, or counted anew (更正值)',
      ),
    ),
  }),
  examples: [
    { ...exampleAppeal, decision: 'DISMISSED', groundsCode: 'COUNTED_BY_RULE', correction: null, ...exampleTimes },
    {
      ...exampleAppeal,
      decision: 'UPHELD',
      groundsCode: 'EVIDENCE_CONFIRMED',
      correction: { numerator: '1260', denominator: '2310' },
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: money waits for the version that is frozen',
});
