import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { capacityUse } from './capacity-use.ts';

export const capacityReleased = defineEvent({
  name: 'referrals.capacity.released',
  version: 1,
  owner: 'referrals',
  keyField: 'capacityId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '释放',
  titleEn: 'A held bed or slot was given back',
  data: z.strictObject({
    ...capacityUse,
  }),
  examples: [
    { capacityId: example.capacityId, referralId: example.referralId, held: 0, total: 4, ...exampleTimes },
    { capacityId: example.capacityId, referralId: example.downReferralId, held: 4, total: 4, ...lateTimes },
  ],
  noConsumer: 'for analysts: capacity is kept and used inside referrals',
});
