import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleTimes, lateTimes } from '../example-values.ts';
import { codeFrom, sensitive } from '../fields.ts';
import { exampleProgrammeTask, exampleReferralTask } from './task-examples.ts';
import { taskHead } from './task-head.ts';
import { taskCancelReason } from './value-sets.ts';

export const taskCancelled = defineEvent({
  name: 'public-health.task.cancelled',
  version: 1,
  owner: 'public-health',
  keyField: 'taskId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '任务取消',
  titleEn: 'An open task lost its cause',
  data: z.strictObject({
    ...taskHead,
    reason: sensitive(codeFrom(taskCancelReason, 'Why (取消原因)')),
  }),
  examples: [
    { ...exampleReferralTask, reason: 'DIED', ...exampleTimes },
    { ...exampleProgrammeTask, reason: 'MOVED_OUT', ...lateTimes },
  ],
  noConsumer: 'for analysts: the facts that cancel a task reach the other services from the registry',
});
