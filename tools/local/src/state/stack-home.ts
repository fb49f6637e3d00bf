import { join } from 'node:path';
import { localDirectory } from '../repository.ts';

/** Where the stack of one county keeps what it writes. */
export interface StackHome {
  readonly directory: string;
  readonly logs: string;
  readonly secrets: string;
  /** Keys and clients for the issuer: written at every start. */
  readonly issuerFile: string;
  /** Clients that an operator registered: read by the issuer at every request for a token. */
  readonly registeredClients: string;
  readonly ports: string;
  log(name: string): string;
}

export function stackHome(county: string): StackHome {
  const directory = join(localDirectory, county);
  const inside = (name: string) => join(directory, name);
  return {
    directory,
    logs: inside('logs'),
    secrets: inside('secrets.json'),
    issuerFile: inside('issuer.json'),
    registeredClients: inside('clients.json'),
    ports: inside('ports.json'),
    log: (name) => inside(`logs/${name}.log`),
  };
}
