import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeOf, orNull, sensitive, uuid } from '../fields.ts';
import { exampleProgrammeTask, exampleReferralTask } from './task-examples.ts';
import { taskHead } from './task-head.ts';

export const taskOpened = defineEvent({
  name: 'public-health.task.opened',
  version: 1,
  owner: 'public-health',
  keyField: 'taskId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '任务开启',
  titleEn: 'The window of a task opened',
  data: z.strictObject({
    ...taskHead,
    windowStart: businessDate('First day of the window (窗口起)'),
    due: businessDate('Last day on time (应完成日期)'),
    ruleId: sensitive(codeOf('The rule that planned it (规则)')),
    ruleVersion: codeOf('Version of that rule (规则版本)'),
    causeEventId: orNull(uuid('The event that gave cause, when one did (触发事件)')),
  }),
  examples: [
    {
      ...exampleProgrammeTask,
      windowStart: '2026-05-18',
      due: '2026-06-15',
      ruleId: 'HTN-NEXT-CONTROLLED',
      ruleVersion: '2017.1',
      causeEventId: null,
      ...exampleTimes,
    },
    {
      ...exampleReferralTask,
      windowStart: '2026-06-10',
      due: '2026-06-24',
      ruleId: 'REFERRAL-FOLLOW-UP',
      ruleVersion: '1',
      causeEventId: exampleId(200),
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: the work list of the villages is read over HTTP',
});
