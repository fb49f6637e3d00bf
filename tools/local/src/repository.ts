import { join } from 'node:path';

/** The clone's root. Everything that a clone writes while running lies below `.local` in it. */
export const repositoryRoot = join(import.meta.dirname, '../../..');
export const localDirectory = join(repositoryRoot, '.local');
