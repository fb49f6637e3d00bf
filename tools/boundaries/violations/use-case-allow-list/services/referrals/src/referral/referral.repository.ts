export abstract class ReferralRepository {}
