import { KafkajsBroker } from '@yigongti/messaging';
import { awayFailure, exitCodes, Failure, usageFailure } from '../failure.ts';
import type { Target } from './target.ts';

/** The driver for the suite's Kafka. @throws Failure where nobody said where it is */
export function brokerOf({ kafka }: Pick<Target, 'kafka'>): KafkajsBroker {
  if (!kafka) throw usageFailure('YIGONGTI_BROKERS must say where Kafka is', '须用 YIGONGTI_BROKERS 指定 Kafka 地址');
  const { brokers, sasl } = kafka;
  return new KafkajsBroker({
    brokers,
    clientId: 'yigongti-cli',
    ...(sasl && { sasl: { mechanism: 'scram-sha-512' as const, ...sasl } }),
  });
}

/** Runs work on the broker and closes it. @throws Failure in place of what the driver throws */
export async function withBroker<T>(target: Pick<Target, 'kafka'>, work: (broker: KafkajsBroker) => Promise<T>): Promise<T> {
  const broker = brokerOf(target);
  try {
    return await work(broker);
  } catch (error) {
    throw error instanceof Error && error.name === 'BrokerError' ? told(error as Error & { errorClass: string }) : error;
  } finally {
    await broker.close(2_000);
  }
}

function told(error: Error & { errorClass: string }): Failure {
  if (error.errorClass !== 'fatal') return awayFailure(`Kafka does not answer: ${error.message}`, 'Kafka 无响应');
  const en = `Kafka refused: ${error.message}`;
  return new Failure(exitCodes.refused, { code: 'cli.broker-refused', en, zh: 'Kafka 拒绝访问' });
}
