import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSubscribers } from './subscriptions.ts';

describe('the services’ lists of consumers', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'test-subscribers-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const list = (service: string, text: string) => {
    const folder = join(root, 'services', service, 'src');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'consumers.ts'), text);
  };
  const consuming = (...types: string[]) =>
    `export const consumers = ${JSON.stringify(types.map((type) => ({ definition: { type } })))};`;

  it('are read in the order of the services, an event that is listed twice once', async () => {
    list('settlement', consuming('a.v1', 'b.v1'));
    list('referrals', consuming('b.v1', 'b.v1'));
    list('registry', consuming());
    const { byType, withoutList } = await readSubscribers(root);
    expect(Object.fromEntries(byType)).toEqual({ 'a.v1': ['settlement'], 'b.v1': ['referrals', 'settlement'] });
    expect(withoutList).toEqual(['contracts', 'public-health', 'assessment']);
  });

  it('are missed where a file has none', async () => {
    list('referrals', 'export const listeners = [];');
    await expect(readSubscribers(root)).rejects.toThrow('services/referrals/src/consumers.ts exports no list named consumers');
  });
});
