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
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
}
