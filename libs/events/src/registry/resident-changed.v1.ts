import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, divisionCode, institutionCode, orNull, sensitive, uuid } from '../fields.ts';
import { residentInsuranceType, sex } from './value-sets.ts';

export const residentChanged = defineEvent({
  name: 'registry.resident.changed',
  version: 1,
  owner: 'registry',
  keyField: 'residentId',
  topicKind: 'state',
  status: 'draft',
  titleZh: '居民状态',
  titleEn: 'A resident as they now stand: birth, death, move and merge are read by comparison',
  data: z.strictObject({
    residentId: uuid('Resident (居民)'),
    birthDate: sensitive(businessDate('Date of birth (出生日期)')),
    sex: sensitive(codeFrom(sex, 'Sex, GB/T 2261.1 (性别)')),
    villageDivisionCode: sensitive(divisionCode('Village or residential community, 12 digits (村居代码)')),
    homeInstitutionCode: institutionCode('Village clinic or township centre responsible for them (责任机构)'),
    householdId: orNull(uuid('Household (家庭)')),
    insuranceType: codeFrom(residentInsuranceType, 'Basic insurance (参保类型)'),
    registeredOn: businessDate('First day on the county register (登记日期)'),
    diedOn: orNull(sensitive(businessDate('Day of death (死亡日期)'))),
    movedOutOn: orNull(businessDate('First day no longer resident here (迁出日期)')),
    mergedInto: orNull(uuid('The record that replaces this one, when two were the same person (合并至)')),
  }),
  examples: [
    {
      residentId: example.residentId,
      birthDate: '1958-04-12',
      sex: '2',
      villageDivisionCode: '370725101201',
      homeInstitutionCode: example.clinic,
      householdId: null,
      insuranceType: 'RESIDENT',
      registeredOn: '2020-01-01',
      diedOn: null,
      movedOutOn: null,
      mergedInto: null,
      ...exampleTimes,
    },
    {
      residentId: exampleId(5),
      birthDate: '1941-11-30',
      sex: '1',
      villageDivisionCode: '370725101201',
      homeInstitutionCode: example.clinic,
      householdId: exampleId(6),
      insuranceType: 'EMPLOYEE',
      registeredOn: '2020-01-01',
      diedOn: '2026-05-29',
      movedOutOn: null,
      mergedInto: null,
      ...lateTimes,
    },
  ],
});
