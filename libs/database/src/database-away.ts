import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';
import { sqlState } from './typeorm-transactions.ts';

/** Errors of the socket, from Node. */
const socketCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'EPIPE', 'ENOTFOUND', 'EHOSTUNREACH', 'EAI_AGAIN']);
/** PostgreSQL class 57P (shutdown, starting up) and 53300 (no free connection), class 08 (connection) beside them. */
const serverCodes = new Set(['57P01', '57P02', '57P03', '53300']);
/** pg and TypeORM give these without a code. */
const words = [
  /^Connection terminated/,
  /timeout exceeded when trying to connect/,
  /^Client has encountered a connection error/,
  /^Client was closed and is not queryable/,
];

/** What TypeORM says where the connection ended between two statements of a transaction. */
const endedBetween = [QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError];

/** PostgreSQL's disk_full: it still answers, and takes nothing until an operator makes room. */
export function isDatabaseFull(error: unknown): boolean {
  return sqlState(error) === '53100';
}

/** Whether PostgreSQL cannot work for anybody at the moment, as against having refused what we said. */
export function isDatabaseAway(error: unknown): boolean {
  if (isDatabaseFull(error)) return true;
  const code = sqlState(error);
  if (code !== undefined && (socketCodes.has(code) || serverCodes.has(code) || code.startsWith('08'))) return true;
  if (endedBetween.some((kind) => error instanceof kind)) return true;
  return error instanceof Error && words.some((word) => word.test(error.message));
}
