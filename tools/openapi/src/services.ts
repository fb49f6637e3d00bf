import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServiceDefinition } from '@yigongti/service-host';

/** The definitions of all services, by name. A service is found by `services/<name>/src/<name>.service.ts`; others are named as missing. */
export async function readServices(root: string): Promise<{ services: ServiceDefinition[]; missing: string[] }> {
  const services: ServiceDefinition[] = [];
  const missing: string[] = [];
  for (const name of readdirSync(join(root, 'services')).sort()) {
    const path = join(root, 'services', name, 'src', `${name}.service.ts`);
    if (existsSync(path)) services.push(definitionIn((await import(pathToFileURL(path).href)) as Record<string, unknown>, path));
    else missing.push(name);
  }
  return { services, missing };
}

function definitionIn(module: Record<string, unknown>, path: string): ServiceDefinition {
  const found = Object.values(module).filter(isDefinition);
  if (found.length !== 1) throw new Error(`${path} must export one service definition, not ${found.length}`);
  return found[0]!;
}

function isDefinition(value: unknown): value is ServiceDefinition {
  return typeof value === 'object' && value !== null && 'access' in value && 'module' in value && 'schema' in value;
}
