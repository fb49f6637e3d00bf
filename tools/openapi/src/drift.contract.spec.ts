import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { documentsOf, driftOf } from './documents.ts';
import { ambiguousCodes } from './problems-page.ts';
import { readServices } from './services.ts';

const root = join(import.meta.dirname, '..', '..', '..');

it('finds the committed documents of the interfaces as the code says them, and no code with two meanings', async () => {
  const { services } = await readServices(root);
  expect([...driftOf(root, await documentsOf(services)), ...ambiguousCodes(services)]).toEqual([]);
});
