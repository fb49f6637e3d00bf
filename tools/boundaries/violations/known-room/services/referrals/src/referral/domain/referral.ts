import './rules/receiving.ts';

export const referral = null;
