import './referral/application/accept-referral.ts';
import './domain/referral.ts';
import './referral/domain/referral.ts';
