import './referral/accept-referral.ts';
