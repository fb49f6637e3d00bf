import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tidyFaults, type Baselines } from './tidy.ts';
import { isHandWrittenSource, readTrackedFiles } from './tracked-files.ts';

const repository = resolve(import.meta.dirname, '../../..');
const baselines = JSON.parse(readFileSync(resolve(import.meta.dirname, '../baseline.json'), 'utf8')) as Baselines;
const files = readTrackedFiles(repository);
const faults = tidyFaults(files, baselines);

describe('the repository', () => {
  it('was listed', () => {
    expect(files.map((file) => file.path)).toContain('libs/kernel/src/money.ts');
  });

  it.each(Object.keys(faults))('is tidy: %s', (check) => {
    expect(faults[check]).toEqual([]);
  });
});

describe('the whole run', () => {
  const planted = [
    { path: 'services/referrals/package.json', text: '{}' },
    { path: 'services/referrals/src/utils/a.ts', text: `${'\n'.repeat(300)}process.env.A;\n` },
    {
      path: 'services/referrals/src/referral/domain/b.ts',
      text: `class BImpl { constructor(a, b, c, d, e, f) { Date.now();${'\n'.repeat(41)}} }\nfunction g(a, b, c, d) {} // ${'TO'}DO`,
    },
    ...Array.from({ length: 13 }, (_, index) => ({ path: `services/referrals/src/c/${index}.ts`, text: '' })),
  ];

  it('passes every check over every file', () => {
    const found = tidyFaults(planted, { parameters: {}, folders: {} });
    expect(Object.entries(found).map(([check, list]) => `${check}: ${list.length}`)).toEqual([
      'fileSizeFaults: 1',
      'functionSizeFaults: 1',
      'constructorFaults: 1',
      'impureCallFaults: 1',
      'environmentFaults: 1',
      'classNameFaults: 1',
      'forbiddenTextFaults: 1',
      'folderNameFaults: 1',
      'readmeFaults: 1',
      'parameterRatchet: 1',
      'folderRatchet: 1',
    ]);
  });
});

describe('hand-written source', () => {
  it.each([
    ['libs/kernel/src/money.ts', true],
    ['tools/local/bootstrap.mjs', true],
    ['libs/events/generated/a.ts', false],
    ['docs/api/registry.js', false],
    ['tools/boundaries/violations/no-cycle/libs/messaging/src/relay.ts', false],
    ['services/registry/test/fixtures/residents.ts', false],
    ['README.md', false],
  ])('%s: %s', (path, expected) => {
    expect(isHandWrittenSource(path)).toBe(expected);
  });
});
