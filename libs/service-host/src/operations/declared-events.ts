/** The full types of the events that the service subscribes to, sorted. */
export class DeclaredEvents {
  constructor(readonly types: readonly string[]) {}
}
