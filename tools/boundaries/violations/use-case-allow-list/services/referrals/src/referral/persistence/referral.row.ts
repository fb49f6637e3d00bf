export class ReferralRow {}
