import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, institutionCode, sensitive, uuid } from '../fields.ts';
import { enrolmentCloseReason, programme } from './value-sets.ts';

export const enrolmentClosed = defineEvent({
  name: 'public-health.enrolment.closed',
  version: 1,
  owner: 'public-health',
  keyField: 'enrolmentId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '结案',
  titleEn: 'A resident left the care of a programme',
  data: z.strictObject({
    enrolmentId: uuid('Enrolment (管理档案)'),
    residentId: uuid('Resident (居民)'),
    programme: sensitive(codeFrom(programme, 'Programme (项目)')),
    institutionCode: institutionCode('Who managed the resident (管理机构)'),
    closedOn: businessDate('First day no longer in care (结案日期)'),
    reason: sensitive(codeFrom(enrolmentCloseReason, 'Why (结案原因)')),
  }),
  examples: [
    {
      enrolmentId: example.enrolmentId,
      residentId: example.residentId,
      programme: 'HTN',
      institutionCode: example.clinic,
      closedOn: '2026-06-01',
      reason: 'MOVED_OUT',
      ...exampleTimes,
    },
    {
      enrolmentId: exampleId(23),
      residentId: exampleId(8),
      programme: 'T2DM',
      institutionCode: example.township,
      closedOn: '2026-05-29',
      reason: 'DIED',
      ...lateTimes,
    },
  ],
});
