export abstract class Transactions {}
