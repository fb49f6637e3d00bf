/** The service's own environment keys, parsed by the schema in its definition. Token and type: `constructor(private readonly settings: Settings<T>)`. */
export class Settings<Values = Record<string, unknown>> {
  constructor(readonly values: Values) {}
}
