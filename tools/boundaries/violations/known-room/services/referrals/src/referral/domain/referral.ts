export const referral = null;
