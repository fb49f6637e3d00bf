import './referral/accept-referral.ts';
import './referral/referral.controller.ts';
