import type { Log } from '@yigongti/messaging';
import type { Logger } from 'pino';

/** Messaging's lines in the service's log. */
export function messagingLog(log: Logger): Log {
  return {
    debug: (message, fields = {}) => log.debug(fields, message),
    info: (message, fields = {}) => log.info(fields, message),
    warn: (message, fields = {}) => log.warn(fields, message),
    error: (message, fields = {}) => log.error(fields, message),
  };
}
