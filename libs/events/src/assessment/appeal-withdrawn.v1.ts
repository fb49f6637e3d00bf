import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { appealHead } from './appeal-head.ts';
import { exampleAppeal } from './appeal-submitted.v1.ts';

export const appealWithdrawn = defineEvent({
  name: 'assessment.appeal.withdrawn',
  version: 1,
  owner: 'assessment',
  keyField: 'appealId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '撤回申诉',
  titleEn: 'The institution took its appeal back before it was decided',
  data: z.strictObject(appealHead),
  examples: [
    { ...exampleAppeal, ...exampleTimes },
    { ...exampleAppeal, indicatorCode: 'COST-IP', ...lateTimes },
  ],
  noConsumer: 'for analysts: appeals are decided inside assessment',
});
