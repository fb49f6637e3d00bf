import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A file of the repository as git tracks it: path from the root, and its text. */
export interface TrackedFile {
  readonly path: string;
  readonly text: string;
}

const binary = /\.(png|jpg|ico|woff2?|gz|jar|pdf)$/;

/** Everything committed or added, with the text it has now; a file deleted but not yet committed is left out. */
export function readTrackedFiles(repository: string): TrackedFile[] {
  const listed = execFileSync('git', ['ls-files', '-z'], { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 26 });
  return listed
    .split('\0')
    .filter((path) => path !== '' && !binary.test(path) && existsSync(join(repository, path)))
    .map((path) => ({ path, text: readFileSync(join(repository, path), 'utf8') }));
}

const writtenByPrograms = /(^|\/)(generated|dist)\/|^docs\/(api|events)\/|^package-lock\.json$|^deploy\/kafka\/topics\.yaml$/;
const fixtures = /(^|\/)(fixtures|violations)\//;

/** Source that a person wrote and keeps: what sizes and names are judged on. */
export function isHandWrittenSource(path: string): boolean {
  return /\.(ts|mts|mjs|cjs|js)$/.test(path) && !writtenByPrograms.test(path) && !fixtures.test(path);
}

/** Specs, and the suites and stories under `test/` that specs call. */
export function isTest(path: string): boolean {
  return path.endsWith('.spec.ts') || /^(libs|services|tools)\/[^/]+\/test\//.test(path);
}
