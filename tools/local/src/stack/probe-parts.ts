import type { StackFile } from '../state/stack-file.ts';
import type { PartRow, PartState } from '../terminal/part-table.ts';
import { serviceParts } from './parts.ts';
import { answers } from './servers.ts';

/** Asks every part of a stack how it is. */
export async function probeParts(stack: StackFile): Promise<PartRow[]> {
  const edge = { name: 'gateway', labelZh: '网关', url: stack.gateway, state: askHttp(`${stack.gateway}/livez`) };
  const services = serviceParts.map(({ name, labelZh }) => ({
    name,
    labelZh,
    url: stack.services[name]?.url ?? '',
    state: askHttp(`${stack.services[name]?.directUrl}/readyz`),
  }));
  const discovery = `${stack.issuer.url}/.well-known/openid-configuration`;
  const servers = [
    { name: 'issuer', labelZh: '令牌签发', url: stack.issuer.url, state: askHttp(discovery) },
    {
      name: 'postgres',
      labelZh: '数据库',
      url: withoutPassword(stack.database),
      state: askPort(stack, 'DATABASE_URL', stack.database),
    },
    {
      name: 'kafka',
      labelZh: '消息总线',
      url: stack.brokers.join(','),
      state: askPort(stack, 'KAFKA_BROKERS', stack.brokers.join(',')),
    },
    { name: 'redis', labelZh: '缓存', url: withoutPassword(stack.redis), state: askPort(stack, 'REDIS_URL', stack.redis) },
  ];
  return Promise.all([edge, ...services, ...servers].map(async (row) => ({ ...row, state: await row.state })));
}

async function askHttp(url: string): Promise<PartState> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3_000) });
    const body = await response.text();
    if (!response.ok) return 'away';
    return body.includes('"degraded"') ? 'degraded' : 'ready';
  } catch {
    return 'away';
  }
}

async function askPort(stack: StackFile, variable: StackFile['given'][number], url: string): Promise<PartState> {
  if (!(await answers(url))) return 'away';
  return stack.given.includes(variable) ? 'given' : 'ready';
}

/** For the screen: the file has the whole of it. */
function withoutPassword(url: string): string {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
}
