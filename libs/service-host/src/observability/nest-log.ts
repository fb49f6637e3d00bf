import type { LoggerService } from '@nestjs/common';
import type { Logger } from 'pino';

/** Nest's own messages in our log. What it says on each start (routes, modules) is debug. */
export class NestLog implements LoggerService {
  constructor(private readonly target: Logger) {}

  log(message: unknown, context?: string): void {
    this.target.debug({ context }, text(message));
  }

  debug(message: unknown, context?: string): void {
    this.target.trace({ context }, text(message));
  }

  verbose(message: unknown, context?: string): void {
    this.target.trace({ context }, text(message));
  }

  warn(message: unknown, context?: string): void {
    this.target.warn({ context }, text(message));
  }

  error(message: unknown, stack?: string, context?: string): void {
    this.target.error({ context, stack: message instanceof Error ? message.stack : stack }, text(message));
  }

  fatal(message: unknown, context?: string): void {
    this.target.fatal({ context }, text(message));
  }
}

function text(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
