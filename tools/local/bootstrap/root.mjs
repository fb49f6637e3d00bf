import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone's root. `import.meta.dirname` is not in every Node 20. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');
