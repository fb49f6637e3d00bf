export class AcceptReferral {}
