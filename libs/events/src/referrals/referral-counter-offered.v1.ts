import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeOf, institutionCode, orNull, uuid } from '../fields.ts';
import { exampleUp } from './referral-examples.ts';
import { referralHead } from './referral-head.ts';

export const referralCounterOffered = defineEvent({
  name: 'referrals.referral.counter-offered',
  version: 1,
  owner: 'referrals',
  keyField: 'referralId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '另约',
  titleEn: 'The receiver offers other days, another department or another institution',
  data: z.strictObject({
    ...referralHead,
    start: businessDate('First day offered (另约就诊起)'),
    end: businessDate('Last day offered (另约就诊止)'),
    departmentCode: orNull(codeOf('Department offered (另约科室)')),
    offeredInstitutionCode: orNull(institutionCode('Institution that could be asked instead (建议机构)')),
    capacityId: orNull(uuid('The bed or slot that an agreement would hold (拟预留号源或床位)')),
  }),
  examples: [
    {
      ...exampleUp,
      start: '2026-06-10',
      end: '2026-06-12',
      departmentCode: null,
      offeredInstitutionCode: null,
      capacityId: example.capacityId,
      ...exampleTimes,
    },
    {
      ...exampleUp,
      start: '2026-06-03',
      end: '2026-06-03',
      departmentCode: 'ENDO',
      offeredInstitutionCode: '370725-H02',
      capacityId: null,
      ...lateTimes,
    },
  ],
});
