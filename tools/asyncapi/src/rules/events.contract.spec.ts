import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { eventRegistry, InvalidEvent, type EventDefinition } from '@yigongti/events';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { brokenTwins } from './broken-twins.ts';
import { catalogueFaults } from './catalogue-rules.ts';
import { jsonSchemaOf } from '../documents/json-schema.ts';

const { definitions } = eventRegistry;
const meta = {
  eventId: '0197a3c0-0000-7000-8000-000000000900',
  aggregateVersion: 1,
  correlationId: '0197a3c0-0000-7000-8000-000000000901',
  causationId: null,
  traceparent: null,
};
const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true });
addFormats.default(ajv);
ajv.addVocabulary(['x-privacy', 'x-unit', 'x-labels']);

/** `contracts/contract-signed.v1.ts` says which event it declares. */
const fileOf = ({ name, version }: EventDefinition) => {
  const [service, aggregate, fact] = name.split('.');
  return `${service}/${aggregate}-${fact}.v${version}.ts`;
};

/** The example as a newer producer would send it: with more, at every depth but in the one free record. */
function withMore(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withMore);
  if (typeof data !== 'object' || data === null) return data;
  return {
    ...Object.fromEntries(Object.entries(data).map(([name, value]) => [name, name === 'attributes' ? value : withMore(value)])),
    addedLater: { by: 'v1.1' },
  };
}

describe('the catalogue', () => {
  it('has every declared event, each in the file that its name says', () => {
    const folder = join(import.meta.dirname, '../../../../libs/events/src');
    const files = globSync('*/*.v[0-9]*.ts', { cwd: folder }).map((path) => join(path, '..', basename(path)));
    expect(definitions.map(fileOf).sort()).toEqual(files.sort());
    expect(eventRegistry.byType.size).toBe(definitions.length);
  });

  it('has no fault', () => {
    expect(catalogueFaults(definitions)).toEqual([]);
  });
});

describe.each(definitions.map((definition) => [definition.type, definition] as const))('%s', (_, definition) => {
  const schema = jsonSchemaOf(definition);
  const validate = ajv.compile(schema);

  it('takes its examples, by Zod and by JSON Schema, and gives them back unchanged', () => {
    for (const example of definition.examples) {
      expect(definition.create(example, meta).data).toEqual(example);
      expect(definition.read(JSON.parse(JSON.stringify(example)))).toEqual(example);
      expect([validate(example), validate.errors]).toEqual([true, null]);
    }
  });

  it('lets a consumer ignore what a newer producer adds, and the closed schemas refuse it', () => {
    for (const example of definition.examples) {
      const newer = withMore(example);
      expect(definition.read(newer)).toEqual(example);
      expect(() => definition.create(newer, meta)).toThrow(InvalidEvent);
      expect(validate(newer)).toBe(false);
    }
  });

  it.each(brokenTwins(definition, schema).map(({ fault, data }) => [fault, data] as const))(
    'refuses an example of which %s',
    (_, data) => {
      expect(() => definition.create(data, meta)).toThrow(InvalidEvent);
      expect(validate(data)).toBe(false);
    },
  );
});
