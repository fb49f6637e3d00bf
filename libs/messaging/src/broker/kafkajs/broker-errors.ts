import { BrokerError, type BrokerErrorClass } from '../broker.ts';

interface ClientError extends Error {
  readonly type?: string;
  readonly retriable?: boolean;
  readonly cause?: ClientError;
}

const poisonTypes = new Set(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE', 'INVALID_RECORD', 'INVALID_TIMESTAMP']);
const fatalTypes = /(_AUTHORIZATION_FAILED|^UNSUPPORTED_|SASL_AUTHENTICATION_FAILED)$|^UNSUPPORTED_/;
const fatalNames = new Set(['KafkaJSSASLAuthenticationError', 'KafkaJSServerDoesNotSupportApiKey', 'KafkaJSNotImplemented']);
const timeoutNames = new Set(['KafkaJSRequestTimeoutError', 'KafkaJSLockTimeout']);

/** kafkajs wraps what happened in "retries exceeded"; the innermost error knows. */
export function rootOf(error: unknown): ClientError {
  const found = error as ClientError;
  return found?.cause instanceof Error && found.cause !== found ? rootOf(found.cause) : found;
}

export function isTimeout(error: unknown): boolean {
  return timeoutNames.has(rootOf(error)?.name);
}

/** What an error of kafkajs asks for. Its text names brokers and topics, never a record. */
export function toBrokerError(error: unknown): BrokerError {
  if (error instanceof BrokerError) return error;
  const root = rootOf(error);
  return new BrokerError(classOf(root), `${root?.type ?? root?.name}: ${root?.message}`, { cause: root });
}

function classOf({ name, type = '', retriable }: ClientError): BrokerErrorClass {
  if (poisonTypes.has(type)) return 'poison';
  if (fatalTypes.test(type) || fatalNames.has(name)) return 'fatal';
  if (retriable === true) return 'retry';
  return 'rebuild';
}
