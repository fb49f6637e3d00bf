import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, divisionCode, flag, institutionCode, label, orNull, unrestricted, uuid } from '../fields.ts';
import { institutionKind, institutionLevel, settlementLevel } from './value-sets.ts';

export const institutionChanged = defineEvent({
  name: 'registry.institution.changed',
  version: 1,
  owner: 'registry',
  keyField: 'institutionId',
  topicKind: 'state',
  status: 'draft',
  titleZh: '机构状态',
  titleEn: 'An institution as it now stands, with the dates of its state',
  data: z.strictObject({
    institutionId: uuid('Institution (机构)'),
    institutionCode: unrestricted(institutionCode('Code that the whole suite refers to it by (机构编码)')),
    nameZh: unrestricted(label('Name in Chinese (机构名称)')),
    level: unrestricted(codeFrom(institutionLevel, 'Level in the county (机构层级)')),
    kind: unrestricted(codeFrom(institutionKind, 'Kind (机构类别)')),
    settlementLevel: orNull(
      codeFrom(settlementLevel, 'Row of the benefit table it settles by; null where it settles nothing (医保结算等级)'),
    ),
    parentCode: orNull(institutionCode('Its parent in the tree, who reviews its referrals; null for the root (上级机构)')),
    consortiumCode: orNull(institutionCode('The consortium it belongs to (所属医共体)')),
    consortiumLead: flag('Whether it leads its consortium (牵头医院)'),
    divisionCode: unrestricted(divisionCode('Administrative division (行政区划代码)')),
    activeFrom: businessDate('First day in service (启用日期)'),
    activeTo: orNull(businessDate('Last day in service; null while it has none (停用日期)')),
  }),
  examples: [
    {
      institutionId: exampleId(100),
      institutionCode: '370725',
      nameZh: '示例县卫生健康局',
      level: 'COUNTY',
      kind: 'HEALTH_BUREAU',
      settlementLevel: null,
      parentCode: null,
      consortiumCode: null,
      consortiumLead: false,
      divisionCode: '370725',
      activeFrom: '2020-01-01',
      activeTo: null,
      ...exampleTimes,
    },
    {
      institutionId: exampleId(101),
      institutionCode: example.township,
      nameZh: '示例镇卫生院',
      level: 'TOWNSHIP',
      kind: 'TOWNSHIP_HEALTH_CENTRE',
      settlementLevel: 'TOWNSHIP',
      parentCode: example.hospital,
      consortiumCode: example.consortium,
      consortiumLead: false,
      divisionCode: '370725101',
      activeFrom: '2020-01-01',
      activeTo: '2030-12-31',
      ...lateTimes,
    },
  ],
});
