import { KafkajsBroker } from '../src/broker/kafkajs/kafkajs-broker.ts';
import { Relay } from '../src/relay/relay.ts';
import { Between, type Produce } from './between.ts';
import { NoteService } from './notes.ts';

/**
 * A relay in a process of its own, for specs that kill or stop it. Says in lines what it does. Modes: `plain`; `hang` never comes
 * back from its first publication; `sleep` sleeps between the last look at the lease and the broker, the whole process at once.
 */
const { DATABASE = '', BROKERS = '', MODE = 'plain', SLEEP_MS = '0', TTL_MS = '1000' } = process.env;
const say = (line: string) => process.stdout.write(`${line}\n`);
const sleepProcess = (milliseconds: number) => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);

let first = true;
const produce = async (next: Produce, records: Parameters<Produce>[0], mayWrite: () => boolean) => {
  const special = first && MODE !== 'plain';
  first = false;
  if (!special) return next(records, mayWrite);
  if (MODE === 'hang') {
    await next(records, mayWrite);
    say('published');
    return new Promise<void>(() => undefined);
  }
  say('asleep');
  await new Promise((resolve) => setTimeout(resolve, 50));
  sleepProcess(Number(SLEEP_MS));
  await next(records);
  say('published');
};

const notes = await NoteService.at(DATABASE);
const broker = new Between(new KafkajsBroker({ brokers: BROKERS.split(','), clientId: 'relay-process' }), { produce });
const relay = new Relay({
  url: DATABASE,
  schema: 'contracts',
  owner: `process ${process.pid}`,
  broker,
  transactions: notes.transactions,
  tuning: { leaseTtlMs: Number(TTL_MS), leaseMarginMs: Number(TTL_MS) / 5, lanes: 1 },
});
relay.start();
say('started');
process.on('SIGTERM', () => void relay.stop(5_000).then(() => process.exit(0)));
