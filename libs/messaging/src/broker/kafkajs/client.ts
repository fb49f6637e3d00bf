import kafkajs, { type Kafka, type KafkaConfig, type LogEntry, type SASLOptions } from 'kafkajs';
import type { Log } from '../../log.ts';
import { clampRequestQueue } from './request-queue-clamp.ts';
import { WriteGate } from './write-gate.ts';

export interface KafkaSettings {
  readonly brokers: readonly string[];
  /** Shown in the broker's logs and metrics. */
  readonly clientId: string;
  readonly sasl?: SASLOptions & { readonly mechanism: 'plain' | 'scram-sha-256' | 'scram-sha-512' };
  /** Present: TLS. The certificates are PEM texts. */
  readonly tls?: { readonly ca?: string; readonly cert?: string; readonly key?: string };
  /** 10 s by default. Applies to every request, and to the broker's wait for its replicas. */
  readonly requestTimeoutMs?: number;
  /** 15 s by default: how long a group waits for a member that is gone without a word. */
  readonly sessionTimeoutMs?: number;
}

export const defaultRequestTimeoutMs = 10_000;
export const defaultSessionTimeoutMs = 15_000;

/** A kafkajs client with the guards that all uses of it need. `retries` are its own, of everything it does. */
export function createClient(settings: KafkaSettings, log: Log, retries: number): { kafka: Kafka; gate: WriteGate } {
  clampRequestQueue();
  const gate = new WriteGate();
  const config: KafkaConfig = {
    brokers: [...settings.brokers],
    clientId: settings.clientId,
    requestTimeout: settings.requestTimeoutMs ?? defaultRequestTimeoutMs,
    enforceRequestTimeout: true,
    connectionTimeout: 3_000,
    retry: { retries, initialRetryTime: 150, maxRetryTime: 3_000 },
    socketFactory: gate.socketFactory,
    logLevel: kafkajs.logLevel.WARN,
    logCreator: () => (entry) => report(log, entry),
    ...(settings.sasl && { sasl: settings.sasl }),
    ...(settings.tls && { ssl: { ...settings.tls } }),
  };
  return { kafka: new kafkajs.Kafka(config), gate };
}

/** The client repeats itself during an outage; what matters of it, the driver says once. */
function report(log: Log, { namespace, log: { message, broker, groupId } }: LogEntry): void {
  log.debug(`kafkajs ${namespace}: ${message}`, { broker: text(broker), group: text(groupId) });
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
