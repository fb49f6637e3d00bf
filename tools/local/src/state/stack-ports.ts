import { z } from 'zod';
import { serviceSchemas, type ServiceName } from '@yigongti/database';
import { findPorts } from '../servers/ports.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const names = ['gateway', 'issuer', 'postgres', 'kafka', 'kafkaController', 'kafkaAnalyst', 'redis'] as const;
export type Ports = Readonly<Record<(typeof names)[number] | ServiceName, number>>;

/** What a person types: tried first, any other one does. */
const wished: Readonly<Record<string, number>> = { gateway: 8080 };

/** Free ports for a stack, those of its last start where nobody took them meanwhile: bookmarks and tokens stay good. */
export async function stackPorts(file: string): Promise<Ports> {
  const last = z.record(z.string(), z.number()).catch({}).parse(readJsonFile(file));
  const all = [...names, ...Object.keys(serviceSchemas)];
  const found = await findPorts(all.map((name) => last[name] ?? wished[name] ?? 0));
  const ports = Object.fromEntries(all.map((name, index) => [name, found[index]])) as Ports;
  writeJsonFile(file, ports);
  return ports;
}
