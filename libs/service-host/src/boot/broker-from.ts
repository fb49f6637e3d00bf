import { readFileSync } from 'node:fs';
import { KafkajsBroker, type Broker, type KafkaSettings } from '@yigongti/messaging';
import type { Logger } from 'pino';
import { ConfigRefused } from '../config/faults.ts';
import type { HostConfig } from '../config/host-config.ts';
import { messagingLog } from '../observability/messaging-log.ts';

/** The Kafka driver as configured. @throws ConfigRefused */
export function brokerFrom(service: string, config: HostConfig, log: Logger): Broker {
  const settings: KafkaSettings = {
    brokers: config.KAFKA_BROKERS,
    clientId: `yigongti-${service}`,
    ...saslOf(config),
    ...tlsOf(config),
  };
  return new KafkajsBroker(settings, messagingLog(log));
}

function saslOf(config: HostConfig): Pick<KafkaSettings, 'sasl'> {
  const { KAFKA_SASL_MECHANISM: mechanism, KAFKA_SASL_USERNAME: username, KAFKA_SASL_PASSWORD: password } = config;
  if (mechanism === undefined) return {};
  if (username === undefined || password === undefined) {
    const en = 'needs KAFKA_SASL_USERNAME and KAFKA_SASL_PASSWORD';
    throw new ConfigRefused('environment 环境变量', [{ at: 'KAFKA_SASL_MECHANISM', zh: '须同时给出用户与口令', en }]);
  }
  return { sasl: { mechanism, username, password } as KafkaSettings['sasl'] };
}

function tlsOf({ KAFKA_TLS_CA_FILE: path }: HostConfig): Pick<KafkaSettings, 'tls'> {
  if (path === undefined) return {};
  try {
    return { tls: { ca: readFileSync(path, 'utf8') } };
  } catch {
    throw new ConfigRefused('environment 环境变量', [
      { at: 'KAFKA_TLS_CA_FILE', zh: '文件无法读取', en: 'the file cannot be read' },
    ]);
  }
}
