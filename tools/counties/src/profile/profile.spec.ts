import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countyNames, countyPath } from './county-path.ts';
import { FaultyProfile, type Fault } from './fault.ts';
import { loadProfile } from './profile.ts';

function faultsOf(yaml: string): readonly Fault[] {
  const path = join(mkdtempSync(join(tmpdir(), 'county-')), 'planted.yaml');
  writeFileSync(path, yaml);
  try {
    loadProfile(path);
  } catch (error) {
    if (error instanceof FaultyProfile) return error.faults;
    throw error;
  }
  return [];
}

describe('the frame of a profile', () => {
  it('is whole in every county that the repository ships', () => {
    expect(countyNames()).toEqual(['changle', 'deqing', 'shijiazhuang', 'zhanggong', 'zhejiang-pilot']);
    for (const name of countyNames()) expect(loadProfile(countyPath(name)).county).toBe(name);
  });

  it('lists all faults at once: head, missing and unknown sections, values', () => {
    const yaml = [
      "profile: { county: Changle, version: 1, nameZh: '', nameEn: x, divisionCode: '3707', timeZone: UTC }",
      'http: { lateEntryDays: 30 }',
      'contract: {}',
      'registry: {}',
      'contracts: { fee: { value: 1.5, from: 2024-01-01, source: assumption } }',
    ].join('\n');
    const at = faultsOf(yaml).map((fault) => fault.at);
    expect(at).toEqual(
      expect.arrayContaining([
        '/profile/county',
        '/profile/version',
        '/profile/nameZh',
        '/profile/divisionCode',
        '/profile/timeZone',
        '/referrals',
        '/publicHealth',
        '/settlement',
        '/assessment',
        '/demo',
        '/http/lateEntryDays',
        '/contracts/fee/value',
      ]),
    );
    expect(
      faultsOf(yaml)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('contract');
  });

  it('is refused where the file is no YAML', () => {
    expect(faultsOf('profile: [')).toEqual([{ at: '/', message: expect.stringContaining('Flow sequence') }]);
  });

  it('tells all faults in the message of the error, one a line', () => {
    const { message } = new FaultyProfile('x.yaml', [
      { at: '/a', message: 'is missing' },
      { at: '/b', message: 'is odd' },
    ]);
    expect(message).toBe('x.yaml has 2 fault(s):\n  /a: is missing\n  /b: is odd');
  });
});
