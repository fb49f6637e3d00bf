import './referral/referral.controller.ts';
