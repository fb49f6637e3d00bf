import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A library, service or tool, as its package.json describes it to npm and to Nx. */
export interface Project {
  readonly name: string;
  /** Folder below the repository, such as `libs/kernel`. */
  readonly root: string;
  readonly tags: readonly string[];
  /** What importers get from source (export condition `@yigongti/source`); services export nothing. */
  readonly source: string | undefined;
}

interface Manifest {
  name: string;
  nx?: { tags?: string[] };
  exports?: { '.'?: { '@yigongti/source'?: string } };
}

const homes = ['libs', 'services', 'tools'];

export function readProjects(repository: string): Project[] {
  const roots = homes.flatMap((home) => readdirSync(join(repository, home)).map((folder) => `${home}/${folder}`));
  return roots
    .filter((root) => existsSync(join(repository, root, 'package.json')))
    .map((root) => toProject(root, JSON.parse(readFileSync(join(repository, root, 'package.json'), 'utf8')) as Manifest));
}

function toProject(root: string, manifest: Manifest): Project {
  return { name: manifest.name, root, tags: manifest.nx?.tags ?? [], source: manifest.exports?.['.']?.['@yigongti/source'] };
}
