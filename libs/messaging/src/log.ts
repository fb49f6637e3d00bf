export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Port: where messaging says what happens. Fields are codes, counts, ids and names: never a payload or a header. */
export interface Log {
  debug(message: string, fields?: LogFields): void;
  info(message: string, fields?: LogFields): void;
  warn(message: string, fields?: LogFields): void;
  error(message: string, fields?: LogFields): void;
}

const nothing = () => undefined;

export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };
