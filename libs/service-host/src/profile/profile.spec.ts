import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dated } from './dated.ts';
import { profileFrom, sectionNameOf } from './load-profile.ts';

const entry = (value: unknown, from: string) => ({ value, from, source: 'assumption' });
const content = (section: unknown) => ({
  profile: { county: 'changle', version: '2026.1', nameZh: '昌乐' },
  http: { lateEntryDays: entry(60, '2020-01-01') },
  publicHealth: section,
  settlement: { secret: 'of another service' },
});
const schema = z.strictObject({ rate: dated(z.string()) });

describe('a county profile', () => {
  it('gives a service its own section and the version', () => {
    const profile = profileFrom(content({ rate: entry('0.7', '2023-01-01') }), 'public-health', schema);
    expect([profile.version, profile.county, sectionNameOf('public-health')]).toEqual([
      'changle-2026.1',
      'changle',
      'publicHealth',
    ]);
    expect(JSON.stringify(profile)).not.toContain('another');
    expect(profile.http.lateEntryDays.valueAt('2026-01-01')).toBe(60);
  });

  it('knows what held on a day', () => {
    const { section } = profileFrom(
      content({ rate: [entry('0.7', '2023-01-01'), entry('0.8', '2025-07-01')] }),
      'public-health',
      schema,
    );
    const { rate } = section as z.output<typeof schema>;
    expect(['2023-01-01', '2025-06-30', '2025-07-01'].map((day) => rate.valueAt(day))).toEqual(['0.7', '0.7', '0.8']);
    expect(() => rate.valueAt('2022-12-31')).toThrow('profile.not-in-force');
    expect(rate.entryAt('2026-01-01').source).toBe('assumption');
  });

  it.each([
    ['a figure without source', { rate: { value: '0.7', from: '2023-01-01' } }, 'publicHealth.rate.0.source'],
    ['a day that is none', { rate: entry('0.7', '2023-02-30') }, 'publicHealth.rate.0.from'],
    ['a history that goes back', { rate: [entry('0.7', '2023-01-01'), entry('0.8', '2022-01-01')] }, 'publicHealth.rate'],
    ['another type', { rate: entry(0.7, '2023-01-01') }, 'publicHealth.rate.0.value'],
    ['a key that nobody reads', { rate: entry('0.7', '2023-01-01'), rat: 1 }, 'publicHealth'],
    ['no section', undefined, 'publicHealth'],
  ])('is refused with %s', (_, section, at) => {
    expect(() => profileFrom(content(section), 'public-health', schema)).toThrow(new RegExp(`^  ${at}: .+ / .+`, 'm'));
  });
});
