import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { countyLoad, countyNames, countyPath, loadCounty, type County, type CountyLoad } from '@yigongti/tool-counties';
import type { LocalClient } from '../issuer/local-client.ts';
import { writeJsonFile } from '../state/json-file.ts';
import { localClients } from '../county/local-clients.ts';
import { stackPorts, type Ports } from '../state/stack-ports.ts';
import { loadSecrets, type Secrets } from '../state/secrets.ts';
import { givenServers, type GivenServers } from './servers.ts';
import { stackHome, type StackHome } from '../state/stack-home.ts';

export const defaultCounty = 'changle';

export interface StackOptions {
  readonly county?: string;
  /** Begins anew: what the county's stack kept is deleted first. Never at URLs that were given. */
  readonly fresh?: boolean;
  /** Services run their sweeps by themselves. */
  readonly scheduler?: boolean;
}

/** Everything that is settled before the first process is started. */
export interface StackPlan {
  readonly county: County;
  readonly load: CountyLoad;
  readonly home: StackHome;
  readonly given: GivenServers;
  readonly ports: Ports;
  readonly secrets: Secrets;
  readonly clients: readonly LocalClient[];
  readonly scheduler: boolean;
}

/** The person asked for something that cannot be done; the message says what to do instead. */
export class NotPossible extends Error {}

/** @throws NotPossible, FaultyProfile */
export async function planStack({ county: name = defaultCounty, fresh, scheduler }: StackOptions): Promise<StackPlan> {
  if (!existsSync(countyPath(name))) {
    throw new NotPossible(`There is no county "${name}": choose one of ${countyNames().join(', ')}. / 没有该县域配置。`);
  }
  const county = loadCounty(countyPath(name));
  const home = stackHome(name);
  const given = givenServers();
  if (fresh) await beginAnew(home, given);
  const load = countyLoad(county);
  const known = localClients(load.institutions);
  const secrets = await loadSecrets(
    home.secrets,
    known.map(({ clientId }) => clientId),
  );
  const clients = known.map((client) => ({ ...client, clientSecret: secrets.clients[client.clientId]! }));
  writeJsonFile(home.issuerFile, { keys: secrets.issuerKeys, clients });
  return { county, load, home, given, ports: await stackPorts(home.ports), secrets, clients, scheduler: scheduler ?? false };
}

async function beginAnew(home: StackHome, given: GivenServers): Promise<void> {
  const names = Object.keys(given);
  if (names.length > 0) {
    throw new NotPossible(
      `--fresh deletes data and is refused at servers that were given (${names.join(', ')}): empty them yourself, or unset these. / ` +
        '已指定外部服务器，拒绝 --fresh 清空数据。',
    );
  }
  await rm(home.directory, { recursive: true, force: true });
}
