import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { example, exampleTimes, lateTimes } from '../example-values.ts';
import { capacityUse } from './capacity-use.ts';

export const capacityHeld = defineEvent({
  name: 'referrals.capacity.held',
  version: 1,
  owner: 'referrals',
  keyField: 'capacityId',
  topicKind: 'facts',
  status: 'draft',
  titleZh: '预留',
  titleEn: 'One bed or slot is held for an accepted referral',
  data: z.strictObject({
    ...capacityUse,
  }),
  examples: [
    { capacityId: example.capacityId, referralId: example.referralId, held: 1, total: 4, ...exampleTimes },
    { capacityId: example.capacityId, referralId: example.downReferralId, held: 4, total: 4, ...lateTimes },
  ],
  noConsumer: 'for analysts: capacity is kept and used inside referrals',
});
