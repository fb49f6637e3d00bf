import { ConfigRefused } from '../config/faults.ts';
import type { ServiceDefinition } from '../definition.ts';
import { createApp } from './create-app.ts';
import { infrastructureOf, readEnvironment } from './from-environment.ts';

/** Runs a service until it is told to stop: the whole of a `main.ts`. */
export async function bootService(definition: ServiceDefinition): Promise<void> {
  try {
    const environment = readEnvironment(definition, process.env);
    const infrastructure = infrastructureOf(definition, environment);
    const { app, lifecycle } = await createApp(definition, infrastructure);
    await infrastructure.dataSource.initialize();
    await app.listen(environment.config.PORT, environment.config.HOST);
    lifecycle.enter('running');
    infrastructure.log.info({ url: await app.getUrl() }, 'listening');
  } catch (error) {
    process.stderr.write(`${error instanceof ConfigRefused ? error.message : ((error as Error).stack ?? String(error))}\n`);
    process.exit(1);
  }
}
