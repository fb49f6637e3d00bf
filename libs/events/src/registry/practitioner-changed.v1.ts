import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, institutionCode, orNull, practitionerCode, uuid } from '../fields.ts';
import { practitionerRole } from './value-sets.ts';

export const practitionerChanged = defineEvent({
  name: 'registry.practitioner.changed',
  version: 1,
  owner: 'registry',
  keyField: 'practitionerId',
  topicKind: 'state',
  status: 'draft',
  titleZh: '人员状态',
  titleEn: 'A practitioner as they now stand, by code and post and never by name',
  data: z.strictObject({
    practitionerId: uuid('Practitioner (卫生人员)'),
    practitionerCode: practitionerCode('Code that the whole suite refers to them by (人员编码)'),
    institutionCode: institutionCode('Where they are employed (所在机构)'),
    role: codeFrom(practitionerRole, 'Post (岗位)'),
    activeFrom: businessDate('First day in post (任职日期)'),
    activeTo: orNull(businessDate('Last day in post; null while there is none (离任日期)')),
  }),
  examples: [
    {
      practitionerId: exampleId(110),
      practitionerCode: example.doctor,
      institutionCode: example.township,
      role: 'GP',
      activeFrom: '2021-03-01',
      activeTo: null,
      ...exampleTimes,
    },
    {
      practitionerId: exampleId(111),
      practitionerCode: '370725-V0101-D0001',
      institutionCode: example.clinic,
      role: 'VILLAGE_DOCTOR',
      activeFrom: '2018-07-01',
      activeTo: '2026-05-31',
      ...lateTimes,
    },
  ],
});
