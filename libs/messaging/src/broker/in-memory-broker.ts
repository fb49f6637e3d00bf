import {
  Broker,
  BrokerError,
  type ConsumeOptions,
  type Consumption,
  type IncomingRecord,
  type OutgoingRecord,
  type PartitionLag,
  type TopicSpec,
} from './broker.ts';
import { InMemoryConsumption } from './in-memory-consumption.ts';
import { InMemoryTopics } from './in-memory-topics.ts';

/** A broker inside the process, for component specs: keyed partitions, groups with offsets, redelivery on demand. Nothing lasts. */
export class InMemoryBroker extends Broker {
  readonly #topics = new InMemoryTopics();
  readonly #members: InMemoryConsumption[] = [];
  #away = false;

  override async produce(records: readonly OutgoingRecord[], mayWrite: () => boolean = () => true): Promise<void> {
    await Promise.resolve();
    if (this.#away) throw new BrokerError('retry', 'the broker is away');
    if (!mayWrite()) throw new BrokerError('retry', 'the caller may not write any more');
    for (const record of records) this.#topics.append(record);
    this.#wakeAll();
  }

  override consume(options: ConsumeOptions): Promise<Consumption> {
    const member = new InMemoryConsumption(options, this.#topics, (partition) => !this.#away && this.#isOf(member, partition));
    this.#members.push(member);
    this.#wakeAll();
    return Promise.resolve(member);
  }

  override lag(group: string, topics: readonly string[]): Promise<PartitionLag[]> {
    const lags = topics.flatMap((topic) =>
      this.#topics.partitionsOf(topic).map((log, partition) => {
        const committed = this.#topics.offsetOf(group, topic, partition);
        return { topic, partition, committed: committed === null ? null : BigInt(committed), end: BigInt(log.length) };
      }),
    );
    return Promise.resolve(lags);
  }

  override ensureTopics(topics: readonly TopicSpec[]): Promise<void> {
    for (const { name, partitions } of topics) this.#topics.partitionsOf(name, partitions);
    return Promise.resolve();
  }

  override ping(): Promise<boolean> {
    return Promise.resolve(!this.#away);
  }

  override async close(): Promise<void> {
    await Promise.all(this.#members.map((member) => member.stop()));
  }

  /** Everything written to a topic, partition by partition. */
  records(topic: string): IncomingRecord[] {
    return this.#topics.partitionsOf(topic).flat();
  }

  /** Delivers everything once more to a group, from the first record on. */
  redeliver(group: string): void {
    this.#topics.sendBack(group);
    this.#wakeAll();
  }

  /** Plays an outage, and its end. */
  setAway(away: boolean): void {
    this.#away = away;
    this.#wakeAll();
  }

  /** Members of a group share its partitions. */
  #isOf(member: InMemoryConsumption, partition: number): boolean {
    const group = this.#members.filter((other) => other.options.group === member.options.group && other.state !== 'stopped');
    return group[partition % group.length] === member;
  }

  #wakeAll(): void {
    for (const member of this.#members) member.wake();
  }
}
