import { posix } from 'node:path';
import type { Finding } from './finding.ts';
import { importedNames, reexportedNames, type NamedDependency } from './imported-names.ts';
import { innerPath } from './rules/ring-rules.ts';

const featureOf = /^(services\/[^/]+\/src\/[^/]+)\//;

/**
 * A feature's index.ts names everything that the composition root puts together, adapters and controllers included. Another feature
 * that imports the same file may take use cases, ports and domain from it, so its names are judged by where they come from.
 */
export function featureNameFindings(path: string, read: (path: string) => string): Finding[] {
  if (!featureOf.test(path) || path.endsWith('.spec.ts')) return [];
  const taken = importedNames(path, read(path)).flatMap((imported) => {
    const index = neighbourIndex(path, imported);
    return index === undefined ? [] : innerNames(read(index), imported.name).map((name) => `${index}#${name}`);
  });
  return [...new Set(taken)].map((to) => ({ rule: 'feature-index-names', from: path, to }));
}

/** The index.ts of another feature, where the import names one. */
function neighbourIndex(path: string, { specifier }: NamedDependency): string | undefined {
  if (!/^\.\.?\/.*\/index\.ts$/.test(specifier)) return undefined;
  const index = posix.join(posix.dirname(path), specifier);
  const feature = featureOf.exec(index)?.[1];
  return feature === undefined || feature === featureOf.exec(path)?.[1] ? undefined : index;
}

/** Of the wanted name (or `*`), those that the index takes from an edge or from persistence; `export *` may hide any name. */
function innerNames(source: string, wanted: string): string[] {
  return reexportedNames('index.ts', source)
    .filter(({ name }) => wanted === '*' || name === '*' || name === wanted)
    .filter(({ specifier }) => innerPath.test(specifier))
    .map(({ name }) => name);
}
