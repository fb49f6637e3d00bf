export class HoldCapacity {}
