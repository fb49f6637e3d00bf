import { setTimeout as delay } from 'node:timers/promises';
import { collectDefaultMetrics } from 'prom-client';
import { ConfigRefused } from '../config/faults.ts';
import type { HostConfig } from '../config/host-config.ts';
import type { ServiceDefinition } from '../definition.ts';
import { createApp, type BuiltService } from './create-app.ts';
import { infrastructureOf, readEnvironment } from './from-environment.ts';
import type { Infrastructure } from './infrastructure.ts';
import { onStopSignal, stopInOrder, type StopStep } from './shutdown.ts';
import { waitForSchema } from './wait-for-schema.ts';

/** Runs a service until it is told to stop: the whole of a `main.ts`. Ends the process: 0 after a clean stop, 1 otherwise. */
export async function bootService(definition: ServiceDefinition): Promise<void> {
  try {
    const environment = readEnvironment(definition, process.env);
    const infrastructure = infrastructureOf(definition, environment);
    await run(definition, infrastructure, environment.config);
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigRefused ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(1);
  }
}

interface Running {
  readonly service: BuiltService;
  readonly infrastructure: Infrastructure;
  readonly config: HostConfig;
}

async function run(definition: ServiceDefinition, infrastructure: Infrastructure, config: HostConfig): Promise<void> {
  const { dataSource, log } = infrastructure;
  const service = await createApp(definition, infrastructure);
  onStopSignal((signal) => void stop(signal, { service, infrastructure, config }));
  collectDefaultMetrics({ register: service.metrics.registry });
  await waitForSchema({ dataSource, health: service.health, seconds: config.DATABASE_WAIT_S, log });
  await service.app.listen(config.PORT, config.HOST);
  await service.messaging.start();
  await service.scheduler?.start();
  service.lifecycle.enter('running');
  log.info({ url: await service.app.getUrl(), profile: infrastructure.profile.version }, 'ready');
}

async function stop(signal: NodeJS.Signals, running: Running): Promise<void> {
  const { log } = running.infrastructure;
  log.info({ signal }, 'stopping');
  running.service.lifecycle.enter('draining');
  const inTime = await stopInOrder(stepsOf(running), running.config.SHUTDOWN_MS, log);
  log.info({ inTime }, 'stopped');
  process.exit(inTime ? 0 : 1);
}

/** By one coordinator, not by the order of hooks: every step may rely on the ones after it. */
function stepsOf({ service, infrastructure, config }: Running): StopStep[] {
  const { messaging, scheduler, app } = service;
  const { broker, cache, dataSource } = infrastructure;
  return [
    { name: 'load balancers', run: () => delay(config.DRAIN_DELAY_MS) },
    { name: 'http', run: () => service.closeHttp() },
    { name: 'scheduler', run: async () => scheduler?.stop() },
    { name: 'consumers', run: () => messaging.stopConsumers(config.SHUTDOWN_MS / 2) },
    { name: 'relay', run: () => messaging.stopRelay(config.SHUTDOWN_MS / 2) },
    { name: 'broker', run: () => broker.close(config.SHUTDOWN_MS / 4) },
    { name: 'cache', run: () => cache.close() },
    { name: 'application', run: () => app.close() },
    { name: 'database', run: () => dataSource.destroy() },
  ];
}
