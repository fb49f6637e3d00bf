import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, institutionCode, sensitive, uuid } from '../fields.ts';
import { programme } from './value-sets.ts';

export const enrolmentTransferred = defineEvent({
  name: 'public-health.enrolment.transferred',
  version: 1,
  owner: 'public-health',
  keyField: 'enrolmentId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '管理机构变更',
  titleEn: 'Another unit manages the resident in the programme',
  data: z.strictObject({
    enrolmentId: uuid('Enrolment (管理档案)'),
    residentId: uuid('Resident (居民)'),
    programme: sensitive(codeFrom(programme, 'Programme (项目)')),
    institutionCode: institutionCode('Who manages the resident from that day on (管理机构)'),
    fromInstitutionCode: institutionCode('Who managed before (原管理机构)'),
    transferredOn: businessDate('First day at the new unit (变更日期)'),
  }),
  examples: [
    {
      enrolmentId: example.enrolmentId,
      residentId: example.residentId,
      programme: 'HTN',
      institutionCode: example.clinic,
      fromInstitutionCode: example.township,
      transferredOn: '2026-06-01',
      ...exampleTimes,
    },
    {
      enrolmentId: exampleId(23),
      residentId: exampleId(8),
      programme: 'T2DM',
      institutionCode: example.township,
      fromInstitutionCode: example.clinic,
      transferredOn: '2026-06-01',
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: the other services know the unit responsible for a resident from the registry',
});
