import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedFolders } from './documents/documents.ts';

/** What of the committed documents is not what the events say: one line per file. */
export function driftOf(root: string, documents: ReadonlyMap<string, string>): string[] {
  const changed = [...documents].flatMap(([path, content]) => {
    const file = join(root, path);
    if (!existsSync(file)) return [`${path} is missing`];
    return readFileSync(file, 'utf8') === content ? [] : [`${path} differs`];
  });
  return [...changed, ...strayFiles(root, documents).map((path) => `${path} is written by nobody`)];
}

/** Writes what differs, removes what nobody writes, and returns the paths touched. */
export function writeDocuments(root: string, documents: ReadonlyMap<string, string>): string[] {
  const touched = [...documents].filter(([path, content]) => write(join(root, path), content)).map(([path]) => path);
  const stray = strayFiles(root, documents);
  for (const path of stray) rmSync(join(root, path));
  return [...touched, ...stray];
}

function write(file: string, content: string): boolean {
  if (existsSync(file) && readFileSync(file, 'utf8') === content) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
  return true;
}

function strayFiles(root: string, documents: ReadonlyMap<string, string>): string[] {
  return generatedFolders.flatMap((folder) => {
    if (!existsSync(join(root, folder))) return [];
    const files = readdirSync(join(root, folder), { withFileTypes: true }).filter((entry) => entry.isFile());
    return files.map(({ name }) => `${folder}/${name}`).filter((path) => !documents.has(path));
  });
}
