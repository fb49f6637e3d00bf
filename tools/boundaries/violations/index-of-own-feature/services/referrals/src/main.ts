import './referral/index.ts';
