import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as events from '@yigongti/events';
import type { EventDefinition } from '@yigongti/events';

export interface SourceFile {
  /** From the root of the repository: `services/<service>/src/...`. */
  readonly path: string;
  readonly text: string;
}

const exported = Object.entries(events as Record<string, unknown>).filter(
  (entry): entry is [string, EventDefinition] => entry[1] instanceof Object && 'closedSchema' in entry[1],
);

/** Sources of the services, specs left out: those may play another service. */
export function serviceSources(root: string): SourceFile[] {
  return globSync('services/*/src/**/*.ts', { cwd: root })
    .filter((path) => !path.endsWith('.spec.ts'))
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
}

/** Only the owner creates an event: one line per file that creates another service's. */
export function foreignCreations(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => {
    const service = file.path.split('/')[1];
    const foreign = createdIn(file).filter(({ owner }) => owner !== service);
    return [...foreign.map(({ name }) => `${file.path} creates ${name}`), ...aliases(file)];
  });
}

/** Events that no source creates: a version without a producer. */
export function neverCreated(files: readonly SourceFile[]): string[] {
  const created = new Set(files.flatMap((file) => createdIn(file).map(({ type }) => type)));
  return exported
    .map(([, definition]) => definition)
    .filter(({ type }) => !created.has(type))
    .map(({ name }) => name);
}

function createdIn({ text }: SourceFile): EventDefinition[] {
  return exported
    .filter(([constant]) => new RegExp(`\\b${constant}\\s*\\.create\\b`).test(text))
    .map(([, definition]) => definition);
}

/** Under another name a creation could not be seen. */
function aliases({ path, text }: SourceFile): string[] {
  const imports = /import\s*(?:type\s*)?\{([^}]*)\}\s*from\s*'@yigongti\/events'/g;
  return [...text.matchAll(imports)].flatMap(([, names = '']) =>
    names
      .split(',')
      .map((name) => name.trim())
      .filter((name) => exported.some(([constant]) => name.startsWith(`${constant} as `)))
      .map((name) => `${path} renames an event: ${name}`),
  );
}
