export { PlanReferralFollowUp } from './plan-referral-follow-up.ts';
export { FollowUpOfDownReferral, FollowUpOnRequest } from './referral.consumer.ts';
export { EndFollowUp } from './referral-end.consumer.ts';
