import type { PartRow } from '@yigongti/tool-local';
import { z } from 'zod';
import { fault, well, type Finding } from './finding.ts';

export const readinessSchema = z.looseObject({
  status: z.string(),
  database: z.string(),
  schema: z.string(),
  kafka: z.string(),
  process: z.string(),
});
export type Readiness = z.output<typeof readinessSchema>;

export interface AskedService {
  readonly service: string;
  /** Null where it does not answer. */
  readonly readiness: Readiness | null;
  readonly log: string;
}

/** Servers, issuer and gateway: whether something answers there. */
export function judgeServers(parts: readonly PartRow[], logs: string): Finding[] {
  const away = parts.filter(({ state }) => state === 'away');
  if (away.length === 0) return [well('parts.answer', ['Servers, issuer and gateway answer', '服务器、签发与网关均有响应'])];
  return away.map(({ name, labelZh, url }) =>
    fault('wrong', `parts.${name}-away`, {
      found: [`${name} does not answer at ${url}`, `${labelZh}无响应`],
      todo: [
        `It is started again by itself within 15 s; if it stays away read ${logs}/${name}.log, then npm stop and npm start`,
        `15 秒内会自动重启；仍无响应请查看日志 ${name}.log，再 npm stop、npm start`,
      ],
    }),
  );
}

/** What each service says of itself: one finding for all that say the same. */
export function judgeReadiness(asked: readonly AskedService[]): Finding[] {
  const ailing = asked.flatMap(({ service, readiness, log }) => {
    const ailment = ailmentOf(readiness);
    return ailment === undefined ? [] : [{ service, ailment, log }];
  });
  if (ailing.length === 0) return [well('services.ready', ['Every service is ready', '各服务就绪'])];
  const kinds = [...new Set(ailing.map(({ ailment }) => ailment))];
  return kinds.map((kind) => {
    const those = ailing.filter(({ ailment }) => ailment === kind);
    return ailments[kind](those.map(({ service }) => service).join(', '), those[0]!.log);
  });
}

function ailmentOf(readiness: Readiness | null): keyof typeof ailments | undefined {
  if (!readiness) return 'away';
  if (readiness.schema === 'behind') return 'schemaBehind';
  if (readiness.database !== 'up') return 'databaseAway';
  if (readiness.kafka !== 'up') return 'kafkaAway';
  return readiness.status === 'ready' ? undefined : 'notReady';
}

const ailments = {
  away: (who: string, log: string) =>
    fault('wrong', 'services.away', {
      found: [`No answer from ${who}`, `${who} 无响应`],
      todo: [`Started again by itself within 15 s; if it stays away read ${log}`, '15 秒内会自动重启；仍无响应请查看其日志'],
    }),
  schemaBehind: (who: string) =>
    fault('wrong', 'services.schema-behind', {
      found: [`An older database schema than expected: ${who}`, `${who} 数据库结构落后`],
      todo: ['npm stop, then npm start: a start runs the migrations that are missing', 'npm stop 后 npm start，启动时自动迁移'],
    }),
  databaseAway: (who: string) =>
    fault('wrong', 'services.database-away', {
      found: [`PostgreSQL is not reached by ${who}`, `${who} 无法连接数据库`],
      todo: [
        'Bring PostgreSQL back: the services go on by themselves, without a restart',
        '恢复 PostgreSQL 后服务自动继续，无需重启',
      ],
    }),
  kafkaAway: (who: string) =>
    fault('watch', 'services.kafka-away', {
      found: [`Kafka is not reached by ${who}: events wait in the outbox`, `${who} 无法连接 Kafka，事件在发件箱等待`],
      todo: ['Bring Kafka back: nothing is lost, the events leave by themselves', '恢复 Kafka 后事件自动发出，不会丢失'],
    }),
  notReady: (who: string, log: string) =>
    fault('wrong', 'services.not-ready', {
      found: [`Starting or stopping: ${who}`, `${who} 未就绪`],
      todo: [`Wait a minute and ask again; then read ${log}`, '稍候再查；仍未就绪请看日志'],
    }),
} as const satisfies Record<string, (who: string, log: string) => Finding>;
