export interface Referral {}
