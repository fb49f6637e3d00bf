export class ReferralBody {}
