export class Adapter {}
