import { pino, type DestinationStream, type Logger } from 'pino';

export interface LogOptions {
  readonly level: string;
  readonly service: string;
  readonly destination?: DestinationStream;
}

/** Structured lines on standard output, written at once: a process that dies leaves its last words. */
export function createLog({ level, service, destination }: LogOptions): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: ['*.authorization', '*.password', '*.token'], remove: true },
    },
    destination ?? standardOutput(),
  );
}

/** A line that cannot be written (a full disk) is lost; the service is not. */
export function standardOutput(dest: number | string = 1): DestinationStream {
  return pino.destination({ dest, sync: true }).on('error', () => undefined);
}
