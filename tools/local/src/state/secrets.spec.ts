import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeJsonFile } from './json-file.ts';
import { loadSecrets } from './secrets.ts';

describe('the secrets of a local stack', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));
  const file = (name = 'secrets.json') => join(directory, name);

  it('are made once and kept for their owner only', async () => {
    const made = await loadSecrets(file(), ['operator']);
    expect(await loadSecrets(file(), ['operator'])).toEqual(made);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
  });

  it('are other ones in every clone', async () => {
    const [one, other] = [await loadSecrets(file('one'), ['operator']), await loadSecrets(file('other'), ['operator'])];
    expect(one.databasePassword).not.toBe(other.databasePassword);
    expect(one.clients.operator).not.toBe(other.clients.operator);
    expect(one.nationalIdKeys).not.toBe(other.nationalIdKeys);
  });

  it('grow with the county and keep what is known', async () => {
    const before = await loadSecrets(file(), ['operator']);
    const after = await loadSecrets(file(), ['operator', 'H370725']);
    expect(after.clients.operator).toBe(before.clients.operator);
    expect(after.clients.H370725).toMatch(/^[\w-]{32}$/);
    expect(await loadSecrets(file(), [])).toEqual(after);
  });

  it('grow with the version: a file of an earlier one gets what it lacks, once', async () => {
    const { analystPassword: _, ...earlier } = await loadSecrets(file(), ['operator']);
    writeJsonFile(file(), earlier);
    const grown = await loadSecrets(file(), ['operator']);
    expect(grown).toEqual({ ...earlier, analystPassword: expect.stringMatching(/^[\w-]{32}$/) });
    expect(await loadSecrets(file(), ['operator'])).toEqual(grown);
  });

  it('hold keys of 32 bytes', async () => {
    const { nationalIdKeys, nationalIdIndexKeys } = await loadSecrets(file(), []);
    for (const keys of [nationalIdKeys, nationalIdIndexKeys]) {
      expect(Buffer.from(keys.split(':')[1]!, 'base64')).toHaveLength(32);
    }
  });
});
