import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, listOf, sourceNumber } from '../fields.ts';
import { appealHead } from './appeal-head.ts';
import { appealReason } from './value-sets.ts';

export const exampleAppeal = {
  appealId: exampleId(44),
  resultId: example.resultId,
  period: '2026-06',
  institutionCode: example.township,
  indicatorCode: 'CON-COV',
};

export const appealSubmitted = defineEvent({
  name: 'assessment.appeal.submitted',
  version: 1,
  owner: 'assessment',
  keyField: 'appealId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '考核申诉',
  titleEn: 'An institution appealed against a line of a published result',
  data: z.strictObject({
    ...appealHead,
    reasonCode: codeFrom(appealReason, 'Why (申诉理由)'),
    evidence: listOf(sourceNumber('Number of a document (材料编号)'), 'Documents that show it (佐证材料)', 1),
  }),
  examples: [
    { ...exampleAppeal, reasonCode: 'FACTS_MISSING', evidence: ['WJ-2026-0713'], ...exampleTimes },
    { ...exampleAppeal, indicatorCode: 'COST-IP', reasonCode: 'FACTS_WRONG', evidence: ['WJ-2026-0714', 'QD-118'], ...lateTimes },
  ],
  noConsumer: 'for analysts: appeals are decided inside assessment',
});
