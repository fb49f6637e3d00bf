import './referral/domain/referral.ts';
