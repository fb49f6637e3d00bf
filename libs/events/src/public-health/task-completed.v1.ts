import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, flag, orNull, practitionerCode, sensitive, uuid } from '../fields.ts';
import { exampleProgrammeTask, exampleReferralTask } from './task-examples.ts';
import { taskHead } from './task-head.ts';
import { followUpClassification } from './value-sets.ts';

export const taskCompleted = defineEvent({
  name: 'public-health.task.completed',
  version: 1,
  owner: 'public-health',
  keyField: 'taskId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '任务完成',
  titleEn: 'A follow-up was made and classified',
  data: z.strictObject({
    ...taskHead,
    completedOn: businessDate('Day of the follow-up (随访日期)'),
    classification: orNull(sensitive(codeFrom(followUpClassification, "Class by the programme's rules (随访分类)"))),
    controlled: orNull(sensitive(flag('Whether the readings were at target (控制达标)'))),
    practitionerCode: practitionerCode('Who made it (随访人员)'),
    nextDue: orNull(businessDate('Last day on time of the next follow-up (下次随访日期)')),
    visitId: orNull(uuid('The visit, where it closed several tasks (合并随访)')),
  }),
  examples: [
    {
      ...exampleReferralTask,
      completedOn: '2026-06-20',
      classification: null,
      controlled: null,
      practitionerCode: '370725-V0101-D0001',
      nextDue: null,
      visitId: null,
      ...exampleTimes,
    },
    {
      ...exampleProgrammeTask,
      completedOn: '2026-06-01',
      classification: 'UNCONTROLLED',
      controlled: false,
      practitionerCode: '370725-V0101-D0001',
      nextDue: '2026-06-15',
      visitId: exampleId(201),
      ...lateTimes,
    },
  ],
});
