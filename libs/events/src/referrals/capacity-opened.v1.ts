import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, codeOf, count, institutionCode, uuid } from '../fields.ts';
import { capacityKind } from './value-sets.ts';

export const capacityOpened = defineEvent({
  name: 'referrals.capacity.opened',
  version: 1,
  owner: 'referrals',
  keyField: 'capacityId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '开放号源床位',
  titleEn: 'A department opened beds or slots for referrals',
  data: z.strictObject({
    capacityId: uuid('Capacity (号源或床位)'),
    institutionCode: institutionCode('Institution (机构)'),
    departmentCode: codeOf('Department (科室)'),
    kind: codeFrom(capacityKind, 'Kind (类别)'),
    from: businessDate('First day (起始日期)'),
    to: businessDate('Last day (截止日期)'),
    total: count('How many are open', 'beds or slots'),
  }),
  examples: [
    {
      capacityId: example.capacityId,
      institutionCode: example.hospital,
      departmentCode: 'CARDIO',
      kind: 'BED',
      from: '2026-06-01',
      to: '2026-06-30',
      total: 0,
      ...exampleTimes,
    },
    {
      capacityId: exampleId(13),
      institutionCode: example.hospital,
      departmentCode: 'ENDO',
      kind: 'SLOT',
      from: '2026-06-08',
      to: '2026-06-08',
      total: 12,
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts: capacity is kept and used inside referrals',
});
