interface DriverFields {
  readonly code?: unknown;
  readonly driverError?: { readonly code?: unknown; readonly constraint?: unknown; readonly table?: unknown };
}

/**
 * A fault for the log. PostgreSQL puts values into its messages (`invalid input syntax for type uuid: "…"`) and TypeORM the parameters on the
 * error, so of a driver's error only names are written; of others the message too, which is our own or the runtime's.
 */
export function describeFault(thrown: unknown): object {
  if (!(thrown instanceof Error)) return { thrown: typeof thrown };
  const { name, message, stack } = thrown;
  const { code, driverError } = thrown as Error & DriverFields;
  const frames = stack?.split('\n').filter((line) => /^\s+at /.test(line));
  if (driverError === undefined) return { name, code, message, frames };
  return { name, code: driverError.code, constraint: driverError.constraint, table: driverError.table, frames };
}
