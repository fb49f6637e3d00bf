import { isHandWrittenSource, isTest } from './tracked-files.ts';

/** What one can hold in the head when a folder opens. Specs lie beside their file and are not counted. */
const filesMax = 12;

/** One file an event is the point of these folders: they are catalogues, read by name and never from top to bottom. */
const catalogues = /^libs\/events\/src\/[^/]+$/;

const bannedNames = new Set(['common', 'shared', 'utils', 'helpers', 'types', 'interfaces', 'dtos', 'entities']);

/** Folders with too many hand-written files, and how many. */
export function crowdedFolders(paths: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const path of paths.filter((candidate) => isHandWrittenSource(candidate) && !isTest(candidate))) {
    const folder = path.slice(0, Math.max(path.lastIndexOf('/'), 0));
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return new Map([...counts].filter(([folder, count]) => count > filesMax && !catalogues.test(folder)));
}

/** A folder named after a kind of file instead of a part of the business collects what nobody wants to place. */
export function folderNameFaults(paths: readonly string[]): string[] {
  const folders = new Set(paths.map((path) => path.slice(0, path.lastIndexOf('/') + 1)));
  return [...folders]
    .filter((folder) => folder.split('/').some((name) => bannedNames.has(name)))
    .map((folder) => `${folder}: banned folder name`);
}

/** Every library, service and tool says on one page what it is for. */
export function readmeFaults(paths: readonly string[]): string[] {
  const present = new Set(paths);
  const projects = paths.map((path) => /^((?:libs|services|tools)\/[^/]+)\/package\.json$/.exec(path)?.[1]);
  return projects
    .filter((root) => root !== undefined && !present.has(`${root}/README.md`))
    .map((root) => `${root}: no README.md`);
}
