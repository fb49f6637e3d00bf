import { join, resolve } from 'node:path';

/** The clone's root. */
export const repositoryRoot = join(import.meta.dirname, '../../..');
/**
 * Everything that a clone writes while running lies below here: `.local` in it, or where `YIGONGTI_LOCAL` says, so that a test can have a
 * stack of its own beside the developer's.
 */
export const localDirectory = process.env.YIGONGTI_LOCAL ? resolve(process.env.YIGONGTI_LOCAL) : join(repositoryRoot, '.local');
