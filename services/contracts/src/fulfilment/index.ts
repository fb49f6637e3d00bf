export { FollowUpService, ReferralService } from './fulfilment.consumer.ts';
