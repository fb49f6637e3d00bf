export class AcceptReferralBody {}
