import { describe, expect, it } from '@jest/globals';
import { header, lines } from './report.ts';

describe('the report', () => {
  it('prints each arm and the ratio with their spread', () => {
    const arms = [
      { name: 'relay', perSecond: [21_000, 23_456.7, 22_000] },
      { name: 'bare kafkajs', perSecond: [27_000, 28_000, 26_000] },
    ];
    const ratio = { median: 0.8345, min: 0.77, max: 0.9 };
    expect(lines({ name: 'relay / bare', unit: 'events', floor: 0.75, arms, ratio })).toBe(
      [
        'relay / bare',
        '  relay         22,000 (21,000 to 23,457) events/s',
        '  bare kafkajs  27,000 (26,000 to 28,000) events/s',
        '  ratio         0.83 (0.77 to 0.90)   floor of the prototype 0.75',
        '',
      ].join('\n'),
    );
  });

  it('says on what it ran', () => {
    const surroundings = { at: '', node: 'v24', postgres: '18.4', cpus: 2, cpu: 'EPYC', rounds: 5 };
    expect(header(surroundings)).toContain('Node v24 · PostgreSQL 18.4 (fsync on) · Apache Kafka, one node · 2 x EPYC');
  });
});
