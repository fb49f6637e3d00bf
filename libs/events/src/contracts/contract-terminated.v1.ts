import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, codeFrom, institutionCode, sensitive, uuid } from '../fields.ts';
import { terminationReason } from './value-sets.ts';

export const contractTerminated = defineEvent({
  name: 'contracts.contract.terminated',
  version: 1,
  owner: 'contracts',
  keyField: 'contractId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '解约',
  titleEn: 'A contract ended before its last day',
  data: z.strictObject({
    contractId: uuid('Contract (签约协议)'),
    residentId: uuid('Resident (居民)'),
    teamId: uuid('Contract team (签约团队)'),
    institutionCode: institutionCode('Institution of the team (签约机构)'),
    terminatedOn: businessDate('First day no longer in force (解约日期)'),
    reason: sensitive(codeFrom(terminationReason, 'Why (解约原因)')),
  }),
  examples: [
    {
      contractId: example.contractId,
      residentId: example.residentId,
      teamId: example.teamId,
      institutionCode: example.township,
      terminatedOn: '2026-06-02',
      reason: 'RESIDENT_DECLINED',
      ...exampleTimes,
    },
    {
      contractId: exampleId(7),
      residentId: exampleId(8),
      teamId: example.teamId,
      institutionCode: example.township,
      terminatedOn: '2026-06-01',
      reason: 'DIED',
      ...lateTimes,
    },
  ],
});
