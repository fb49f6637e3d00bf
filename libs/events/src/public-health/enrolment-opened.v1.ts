import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, diagnosisCode, institutionCode, sensitive, uuid } from '../fields.ts';
import { programme } from './value-sets.ts';

export const enrolmentOpened = defineEvent({
  name: 'public-health.enrolment.opened',
  version: 1,
  owner: 'public-health',
  keyField: 'enrolmentId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '纳入管理',
  titleEn: 'A resident came under the care of a programme',
  data: z.strictObject({
    enrolmentId: uuid('Enrolment (管理档案)'),
    residentId: uuid('Resident (居民)'),
    programme: sensitive(codeFrom(programme, 'Programme (项目)')),
    institutionCode: institutionCode('Who manages the resident (管理机构)'),
    enrolledOn: businessDate('First day in care (建档日期)'),
    diagnosisCode: sensitive(diagnosisCode('Diagnosis that gave cause (诊断编码)')),
  }),
  examples: [
    {
      enrolmentId: example.enrolmentId,
      residentId: example.residentId,
      programme: 'HTN',
      institutionCode: example.clinic,
      enrolledOn: '2026-01-10',
      diagnosisCode: 'I10.x00',
      ...exampleTimes,
    },
    {
      enrolmentId: exampleId(23),
      residentId: exampleId(8),
      programme: 'T2DM',
      institutionCode: example.township,
      enrolledOn: '2026-06-01',
      diagnosisCode: 'E11.900',
      ...lateTimes,
    },
  ],
});
