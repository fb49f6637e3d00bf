import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleId, exampleTimes, lateTimes } from '../example-values.ts';
import { businessDate, institutionCode, uuid } from '../fields.ts';

export const contractRenewed = defineEvent({
  name: 'contracts.contract.renewed',
  version: 1,
  owner: 'contracts',
  keyField: 'contractId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '续约',
  titleEn: 'A contract got a successor; the successor has its own signature',
  data: z.strictObject({
    contractId: uuid('Contract (签约协议)'),
    residentId: uuid('Resident (居民)'),
    teamId: uuid('Contract team (签约团队)'),
    institutionCode: institutionCode('Institution of the team (签约机构)'),
    endsOn: businessDate('Its last day in force, as agreed (截止日期)'),
    renewedByContractId: uuid('The contract that follows (续约协议)'),
    renewedFrom: businessDate('First day of the one that follows (续约生效日期)'),
  }),
  examples: [
    {
      contractId: example.contractId,
      residentId: example.residentId,
      teamId: example.teamId,
      institutionCode: example.township,
      endsOn: '2027-05-31',
      renewedByContractId: exampleId(10),
      renewedFrom: '2027-06-01',
      ...exampleTimes,
    },
    {
      contractId: exampleId(7),
      residentId: exampleId(8),
      teamId: example.teamId,
      institutionCode: example.township,
      endsOn: '2026-05-20',
      renewedByContractId: exampleId(11),
      renewedFrom: '2026-06-02',
      ...lateTimes,
    },
  ],
  noConsumer: 'for analysts, who count renewals by it: to the other services the successor is a contract like any other',
});
