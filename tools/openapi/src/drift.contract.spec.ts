import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { openApiOf } from '@yigongti/service-host';
import { documentFaults, problemFaults } from './document-faults.ts';
import { documentsOf, driftOf } from './documents.ts';
import { exampleFaults } from './examples/example-faults.ts';
import { ambiguousCodes } from './problems-page.ts';
import { readServices } from './services.ts';

const root = join(import.meta.dirname, '..', '..', '..');

it('finds the committed documents of the interfaces as the code says them, and no code with two meanings', async () => {
  const { services } = await readServices(root);
  expect([...driftOf(root, await documentsOf(services)), ...ambiguousCodes(services)]).toEqual([]);
});

it('finds nothing in them that a reader would stumble over', async () => {
  const { services } = await readServices(root);
  const faults = await Promise.all(services.map(async (service) => documentFaults(service.name, await openApiOf(service))));
  expect(faults.flat()).toEqual([]);
});

it('finds a real example at every body, and it keeps its schema', async () => {
  const { services } = await readServices(root);
  const faults = await Promise.all(services.map(async (service) => exampleFaults(service.name, await openApiOf(service))));
  expect(faults.flat()).toEqual([]);
});

it('finds the codes of every problem that an operation may answer with', async () => {
  const { services } = await readServices(root);
  const faults = await Promise.all(services.map(async (service) => problemFaults(service.name, await openApiOf(service))));
  expect(faults.flat()).toEqual([]);
});
