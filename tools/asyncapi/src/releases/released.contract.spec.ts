import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventRegistry } from '@yigongti/events';
import { breakingChanges } from './compatibility.ts';
import { jsonSchemaOf } from '../documents/json-schema.ts';
import { missingReleases, releasesOf } from './releases.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');
const releases = releasesOf(root);

describe('released events', () => {
  it('have their schemas on file', () => {
    expect(missingReleases(root).map(({ path }) => path)).toEqual([]);
  });

  it('are still declared, and still say what each release said', () => {
    const broken = releases.flatMap(({ path, type, schema }) => {
      const definition = eventRegistry.byType.get(type);
      if (definition?.status !== 'released') return [`${path}: ${type} is no longer a released event`];
      return breakingChanges(schema, jsonSchemaOf(definition)).map((change) => `${path}: ${change}`);
    });
    expect(broken).toEqual([]);
  });

  it('still take the examples of each release', () => {
    for (const { type, schema } of releases) {
      for (const example of schema.examples as unknown[])
        expect(() => eventRegistry.byType.get(type)!.read(example)).not.toThrow();
    }
  });
});
