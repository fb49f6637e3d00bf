import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openApiOf, type ServiceDefinition } from '@yigongti/service-host';
import { problemsPage } from './problems-page.ts';

/** Path below the root, and content. */
export type Documents = ReadonlyMap<string, string>;

export async function documentsOf(services: readonly ServiceDefinition[]): Promise<Documents> {
  const documents = new Map<string, string>();
  for (const service of services) {
    documents.set(`docs/api/${service.name}.openapi.json`, `${JSON.stringify(await openApiOf(service), null, 2)}\n`);
  }
  return documents.set('docs/api/problems.md', problemsPage(services));
}

/** What the committed documents lack, have too much, or say otherwise. */
export function driftOf(root: string, documents: Documents): string[] {
  const folder = join(root, 'docs/api');
  const committed = existsSync(folder) ? readdirSync(folder).map((file) => `docs/api/${file}`) : [];
  const surplus = committed.filter((path) => path.endsWith('.openapi.json') && !documents.has(path));
  const differing = [...documents].filter(
    ([path, content]) => !existsSync(join(root, path)) || readFileSync(join(root, path), 'utf8') !== content,
  );
  return [...differing.map(([path]) => `${path} is out of date`), ...surplus.map((path) => `${path} belongs to no service`)];
}

export function writeDocuments(root: string, documents: Documents): string[] {
  for (const [path, content] of documents) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), content);
  }
  return [...documents.keys()];
}
