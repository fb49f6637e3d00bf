import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalogueChanged, institutionChanged, practitionerChanged, residentChanged } from '@yigongti/events';
import type { StateSource } from '@yigongti/messaging';
import { registryService } from '../../src/registry.service.ts';
import { LoadedRegistry } from '../fixtures/loaded-registry.ts';
import { newPerson } from '../fixtures/people.ts';

const stateTopics = [institutionChanged, practitionerChanged, catalogueChanged, residentChanged];
const practitioner = {
  practitionerCode: 'D1',
  institutionCode: 'T1',
  role: 'GP',
  activeFrom: '2026-01-01',
  sourceVersion: 1,
  occurredAt: '2026-05-02T08:00:00+08:00',
};
const catalogue = {
  catalogueCode: 'DIP-SPEC',
  version: 3,
  validFrom: '2026-01-01',
  entries: [{ code: 'I10', nameZh: '高血压', attributes: { points: '61.2' } }],
};

let registry: LoadedRegistry;

beforeAll(async () => {
  registry = await LoadedRegistry.start();
  expect(await registry.send(registry.registrar, 'practitioners/import', [practitioner])).toEqual(['created']);
  expect(await registry.send(registry.registrar, 'catalogues/import', [catalogue])).toEqual(['created']);
  const person = newPerson();
  await registry.register(person);
  await registry.register({ ...person, sourceVersion: 2, movedOutOn: '2026-05-31', occurredAt: '2026-06-01T08:00:00+08:00' });
});

afterAll(() => registry.service.close());

/** docs/adr/0002: what the relay asks the owner of a compacted topic. */
describe('the states of compacted topics', () => {
  const sources = () =>
    (registryService.stateSources ?? []).map((source) => registry.service.built.app.get<StateSource>(source, { strict: false }));

  it('have a source each', () => {
    expect(sources().map(({ definition }) => definition.type)).toEqual(
      expect.arrayContaining(stateTopics.map(({ type }) => type)),
    );
    expect(sources()).toHaveLength(stateTopics.length);
  });

  it.each(stateTopics)('are said again as they were said last: $type', async (definition) => {
    const last = new Map((await registry.service.published<unknown>(definition)).map((event) => [event.key, event]));
    expect(last.size).toBeGreaterThan(0);
    const source = sources().find((candidate) => candidate.definition.type === definition.type)!;
    const { transactions } = registry.service.infrastructure;
    const again = await transactions.run((tx) =>
      source.currentState(tx, [...last.keys(), '019f0000-0000-7000-8000-0000000000ff']),
    );

    expect(again.map(({ aggregateId }) => aggregateId)).toEqual([...last.keys()].sort());
    for (const event of again) {
      const said = last.get(event.aggregateId)!;
      expect(event.data).toEqual(said.data);
      expect(event.aggregateVersion).toBe(said.aggregateVersion);
      expect(event.eventId).not.toBe(said.id);
    }
  });
});
