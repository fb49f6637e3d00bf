import { closeSync, fstatSync, openSync, readFileSync, readSync, statfsSync, statSync } from 'node:fs';
import { freemem } from 'node:os';
import { join } from 'node:path';
import { checkCounty, countyPath } from '@yigongti/tool-counties';
import { localDirectory, probeParts, stackHome, type StackFile } from '@yigongti/tool-local';
import { FindEvents } from '../events/find-events.ts';
import { lagOf } from '../events/lag.ts';
import { Failure } from '../failure.ts';
import { withBroker } from '../target/broker.ts';
import { serviceNames, type Target } from '../target/target.ts';
import { fault, well, type Finding } from './finding.ts';
import { judgeEvents } from './judge-events.ts';
import { judgeLogs } from './judge-logs.ts';
import { judgeMachine } from './judge-machine.ts';
import { judgeReadiness, judgeServers, readinessSchema, type AskedService, type Readiness } from './judge-parts.ts';

/** Looks at everything there is to look at, whatever is away. */
export async function examine(target: Target): Promise<Finding[]> {
  const { stack } = target;
  const local = stack ? [...judgeServers(await probeParts(stack), stack.logs), ...judgeReadiness(await askServices(stack))] : [];
  const files = stack
    ? [...judgeMachine(machineFacts(stack)), ...judgeProfile(stack), ...judgeLogs(logFacts(stack), new Date())]
    : [];
  return [...local, ...(await examineEvents(target)), ...files];
}

async function examineEvents(target: Target): Promise<Finding[]> {
  const find = new FindEvents(target);
  try {
    const [ledgers, parked, dead] = await Promise.all([find.ledgers(), find.parked(), find.dead('DEAD')]);
    const lags = target.kafka ? await withBroker(target, (broker) => lagOf(broker, ledgers)).catch(() => null) : null;
    const oldestOutbox = target.stack ? await oldestByService(target.stack) : new Map<string, number>();
    return judgeEvents({ ledgers, parked, dead, lags, oldestOutbox, now: new Date() });
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { en, zh } = error.told;
    return [
      fault('wrong', 'services.not-asked', {
        found: [`The services could not be asked about their events: ${en}`, `无法查询事件：${zh}`],
        todo: ['See the other findings first; then npm run yigongti -- status', '请先处理其他问题，再运行 status'],
      }),
    ];
  }
}

function askServices({ services }: StackFile): Promise<AskedService[]> {
  return Promise.all(
    serviceNames.map(async (service) => ({
      service,
      readiness: await readinessAt(`${services[service]?.directUrl}/readyz`),
      log: services[service]?.log ?? '',
    })),
  );
}

async function readinessAt(url: string): Promise<Readiness | null> {
  const said = await textAt(url);
  const parsed = readinessSchema.safeParse(said?.startsWith('{') ? JSON.parse(said) : null);
  return parsed.success ? parsed.data : null;
}

/** Milliseconds. */
const answerWithin = 5_000;

function textAt(url: string): Promise<string | null> {
  return fetch(url, { signal: AbortSignal.timeout(answerWithin) }).then(
    (response) => response.text(),
    () => null,
  );
}

async function oldestByService({ services }: StackFile): Promise<Map<string, number>> {
  const ages = await Promise.all(
    serviceNames.map(async (service): Promise<[string, number]> => {
      const metrics = await textAt(`${services[service]?.directUrl}/metrics`);
      return [service, Number(/^outbox_oldest_age_seconds (\S+)/m.exec(metrics ?? '')?.[1] ?? 0)];
    }),
  );
  return new Map(ages);
}

function machineFacts({ county }: StackFile) {
  const home = stackHome(county);
  const { bavail, blocks, bsize } = statfsSync(home.directory);
  const secret = [join(localDirectory, 'stack.json'), home.secrets, home.issuerFile, home.registeredClients];
  return {
    disk: { free: bavail * bsize, total: blocks * bsize, folder: home.directory },
    memoryAvailable: availableMemory(),
    openSecrets: secret.filter((file) => ((statSync(file, { throwIfNoEntry: false })?.mode ?? 0) & 0o077) !== 0),
  };
}

/** What programs may still take: `freemem` leaves out what the cache would give back. */
function availableMemory(): number {
  try {
    const kilobytes = /^MemAvailable:\s+(\d+)/m.exec(readFileSync('/proc/meminfo', 'utf8'))?.[1];
    return kilobytes === undefined ? freemem() : Number(kilobytes) * 1024;
  } catch {
    return freemem();
  }
}

function judgeProfile({ county }: StackFile): Finding[] {
  const faults = checkCounty(countyPath(county));
  if (faults.length === 0) return [well('county.whole', [`The profile of ${county} is whole`, '县域配置完整'])];
  return [
    fault('wrong', 'county.faulty', {
      found: [`The profile of ${county} has ${faults.length} fault(s): ${faults[0]!.at} ${faults[0]!.message}`, '县域配置有误'],
      todo: [`npm run yigongti -- county check ${county}`, '运行 county check 查看全部'],
    }),
  ];
}

/** Bytes at the end of a log that are looked through. */
const tailBytes = 256 * 1024;

function logFacts({ services }: StackFile) {
  return serviceNames.map((service) => {
    const file = services[service]?.log ?? '';
    return { service, file, lines: tailOf(file) };
  });
}

function tailOf(file: string): string[] {
  try {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      const piece = Buffer.alloc(Math.min(size, tailBytes));
      readSync(handle, piece, 0, piece.length, size - piece.length);
      return piece.toString('utf8').split('\n');
    } finally {
      closeSync(handle);
    }
  } catch {
    return [];
  }
}
