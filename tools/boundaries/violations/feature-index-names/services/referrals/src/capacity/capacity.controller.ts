export class CapacityController {}
