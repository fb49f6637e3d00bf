import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EventDefinition, eventRegistry } from '@yigongti/events';
import { type JsonSchema, jsonSchemaOf } from '../documents/json-schema.ts';

export const releasedFolder = 'docs/events/released';

/** One schema that was promised to the outside: `<type>.<revision>.json`. Files are added, never changed. */
export interface Release {
  readonly path: string;
  readonly type: string;
  readonly revision: number;
  readonly schema: JsonSchema;
}

/** Every release, by type and then by revision. */
export function releasesOf(root: string): Release[] {
  const folder = join(root, releasedFolder);
  if (!existsSync(folder)) return [];
  const releases = readdirSync(folder).flatMap((name): Release[] => {
    const [, type, revision] = /^(.+)\.(\d+)\.json$/.exec(name) ?? [];
    if (!type) return [];
    const schema = JSON.parse(readFileSync(join(folder, name), 'utf8')) as JsonSchema;
    return [{ path: `${releasedFolder}/${name}`, type, revision: Number(revision), schema }];
  });
  return releases.sort((a, b) => a.type.localeCompare(b.type, 'en') || a.revision - b.revision);
}

/** The releases still to be written: first ones, and revisions that added fields or wording. */
export function missingReleases(root: string, definitions: readonly EventDefinition[] = eventRegistry.definitions): Release[] {
  const releases = releasesOf(root);
  return definitions
    .filter(({ status }) => status === 'released')
    .flatMap((definition) => {
      const last = releases.filter(({ type }) => type === definition.type).at(-1);
      const schema = jsonSchemaOf(definition);
      if (last && JSON.stringify(last.schema) === JSON.stringify(schema)) return [];
      const revision = (last?.revision ?? 0) + 1;
      return [{ path: `${releasedFolder}/${definition.type}.${revision}.json`, type: definition.type, revision, schema }];
    });
}

/** Writes them; returns their paths. */
export function appendReleases(root: string, definitions?: readonly EventDefinition[]): string[] {
  const missing = missingReleases(root, definitions);
  if (missing.length > 0) mkdirSync(join(root, releasedFolder), { recursive: true });
  for (const { path, schema } of missing) writeFileSync(join(root, path), `${JSON.stringify(schema, null, 2)}\n`, { flag: 'wx' });
  return missing.map(({ path }) => path);
}
