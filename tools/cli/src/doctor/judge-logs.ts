import { fault, type Finding } from './finding.ts';

/** Level of `error` in the services' logs. */
const errorLevel = 50;

export interface LogFacts {
  readonly service: string;
  readonly file: string;
  /** The last lines, as they were written. */
  readonly lines: readonly string[];
}

/** Minutes back that count. */
export const logMinutes = 10;

/** Errors that a service logged of late. */
export function judgeLogs(logs: readonly LogFacts[], now: Date): Finding[] {
  return logs.flatMap(({ service, file, lines }) => {
    const errors = lines.flatMap((line) => errorIn(line, now) ?? []);
    if (errors.length === 0) return [];
    return fault('watch', 'logs.errors', {
      found: [
        `${service} logged ${errors.length} error(s) in the last ${logMinutes} minutes, last: ${errors.at(-1)}`,
        `${service} 近 ${logMinutes} 分钟有 ${errors.length} 条错误日志`,
      ],
      todo: [`Read ${file}: traceId leads to the request`, `查看日志，可按 traceId 追踪`],
    });
  });
}

function errorIn(line: string, now: Date): string | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { level, time, msg } = JSON.parse(line) as { level?: number | string; time?: number | string; msg?: string };
    const isError = level === 'error' || level === 'fatal' || Number(level) >= errorLevel;
    const at = typeof time === 'number' ? time : Date.parse(time ?? '');
    // A dead event is told of by the service itself, as long as it is dead.
    return isError && !msg?.startsWith('event dead') && now.getTime() - at < logMinutes * 60_000 ? (msg ?? '') : undefined;
  } catch {
    // The first line of the piece that was read may be half a line.
    return undefined;
  }
}
