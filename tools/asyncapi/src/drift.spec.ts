import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { driftOf, writeDocuments } from './drift.ts';

const documents = new Map([
  ['docs/events/README.md', '# Events\n'],
  ['docs/events/schemas/a.json', '{}\n'],
  ['deploy/kafka/topics.yaml', 'topics: []\n'],
]);

describe('drift', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'test-drift-'));
    writeDocuments(root, documents);
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('is none after writing, and writing again touches nothing', () => {
    expect(driftOf(root, documents)).toEqual([]);
    expect(writeDocuments(root, documents)).toEqual([]);
  });

  it('is a file that differs, one that is missing, and one that nobody writes', () => {
    writeFileSync(join(root, 'docs/events/README.md'), '# Edited by hand\n');
    rmSync(join(root, 'deploy/kafka/topics.yaml'));
    writeFileSync(join(root, 'docs/events/schemas/old.json'), '{}\n');
    expect(driftOf(root, documents).sort()).toEqual([
      'deploy/kafka/topics.yaml is missing',
      'docs/events/README.md differs',
      'docs/events/schemas/old.json is written by nobody',
    ]);
    expect(writeDocuments(root, documents)).toHaveLength(3);
    expect(driftOf(root, documents)).toEqual([]);
  });

  it('leaves released schemas alone', () => {
    mkdirSync(join(root, 'docs/events/released'));
    writeFileSync(join(root, 'docs/events/released/a.1.json'), '{}\n');
    expect(writeDocuments(root, documents)).toEqual([]);
    expect(existsSync(join(root, 'docs/events/released/a.1.json'))).toBe(true);
  });
});
