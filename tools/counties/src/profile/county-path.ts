import { readdirSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

/** Where the counties' files lie in this repository. */
export const countiesFolder = resolve(import.meta.dirname, '../../../../deploy/counties');

/** Path of a county's profile by the county's name. */
export function countyPath(name: string): string {
  return join(countiesFolder, `${name}.yaml`);
}

/** The counties that the repository ships, by name. */
export function countyNames(): string[] {
  return readdirSync(countiesFolder)
    .filter((file) => file.endsWith('.yaml'))
    .map((file) => basename(file, '.yaml'))
    .sort();
}
