import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, institutionCode } from '../fields.ts';
import { exampleProgrammeTask, exampleReferralTask } from './task-examples.ts';
import { taskHead } from './task-head.ts';
import { replanReason } from './value-sets.ts';

export const taskReplanned = defineEvent({
  name: 'public-health.task.replanned',
  version: 1,
  owner: 'public-health',
  keyField: 'taskId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '任务调整',
  titleEn: 'An open task went to another unit',
  data: z.strictObject({
    ...taskHead,
    fromInstitutionCode: institutionCode('Who was to do it before (原执行机构)'),
    windowStart: businessDate('First day of the window (窗口起)'),
    due: businessDate('Last day on time (应完成日期)'),
    reason: codeFrom(replanReason, 'Why (调整原因)'),
  }),
  examples: [
    {
      ...exampleReferralTask,
      fromInstitutionCode: example.township,
      windowStart: '2026-06-10',
      due: '2026-06-24',
      reason: 'HOME_CHANGED',
      ...exampleTimes,
    },
    {
      ...exampleProgrammeTask,
      fromInstitutionCode: example.township,
      windowStart: '2026-05-18',
      due: '2026-06-15',
      reason: 'HOME_CHANGED',
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: the work list of the villages is read over HTTP',
});
