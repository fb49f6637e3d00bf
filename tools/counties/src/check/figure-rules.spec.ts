import { describe, expect, it } from '@jest/globals';
import type { BenefitRow, PolicyBlock, RegistrySection, SchemeBlock } from '../profile/sections.ts';
import {
  ageBandsFault,
  benefitFaults,
  coefficientTableFaults,
  feeFaults,
  fundFaults,
  placeFaults,
  weightFaults,
} from './figure-rules.ts';

const messages = (faults: { message: string }[]) => faults.map(({ message }) => message);

const scheme = (...weights: string[]) =>
  ({ items: weights.map((weight) => ({ identity: {}, weight, target: '1' })) }) as unknown as SchemeBlock;

describe('weights of a scheme', () => {
  it.each([
    [['15', '25', '20', '15', '25'], []],
    [['33.3', '33.3', '33.4'], []],
    [['33.3', '33.3', '33.3'], ['weights sum to 99.9, not to 100']],
    [['50', '50', '0.01'], ['weights sum to 100.01, not to 100']],
  ])('%j', (weights, expected) => expect(messages(weightFaults(scheme(...weights), '/x'))).toEqual(expected));
});

const policy = (riskReserveRatio: string, adjustmentReserveRatio: string, perPersonFen: number) =>
  ({
    fund: {
      riskReserveRatio,
      adjustmentReserveRatio,
      perPersonFen,
      sources: [
        { code: 'A', perPersonFen: 21000 },
        { code: 'B', perPersonFen: 45000 },
      ],
    },
  }) as unknown as PolicyBlock;

describe('the fund', () => {
  it.each([
    // Jiamusi 2018: 210 + 450 = 660 yuan.
    ['0.03', '0.05', 66000, []],
    ['0.5', '0.5', 66000, ['riskReserveRatio and adjustmentReserveRatio take 1 of the budget']],
    ['0.03', '0.05', 66001, ['is 66001, its sources sum to 66000']],
  ])('reserves %s and %s, %i a person', (risk, adjustment, perPerson, expected) => {
    expect(messages(fundFaults(policy(risk, adjustment, perPerson), '/x'))).toEqual(expected);
  });
});

describe('a benefit table', () => {
  const row = (level: BenefitRow['level'], deductibleFen: number, ratio: string): BenefitRow => ({ level, deductibleFen, ratio });
  // Jiamusi 2018.
  const inpatient = [
    row('TOWNSHIP', 20000, '0.90'),
    row('LEVEL_1', 30000, '0.80'),
    row('LEVEL_2', 40000, '0.75'),
    row('LEVEL_3', 70000, '0.65'),
  ];
  const outpatient = [row('VILLAGE', 0, '0.60'), ...inpatient.map(({ level }) => row(level, 0, '0.60'))];
  const faults = (table: BenefitRow[]) =>
    messages(benefitFaults({ benefit: { inpatient: table, outpatient } } as unknown as PolicyBlock, '/x'));

  it('may pay the same or less at a higher level, whatever the order of its rows', () => {
    expect(faults(inpatient)).toEqual([]);
    expect(faults([...inpatient].reverse())).toEqual([]);
  });

  it.each<[string, BenefitRow, string]>([
    ['a higher level pays more', row('LEVEL_2', 40000, '0.81'), 'LEVEL_2 pays 0.81, more than LEVEL_1 with 0.80'],
    ['a higher level asks less', row('LEVEL_2', 29999, '0.75'), 'LEVEL_2 has a lower deductible than LEVEL_1'],
  ])('is refused where %s', (_, changed, message) => {
    expect(faults(inpatient.map((one) => (one.level === changed.level ? changed : one)))).toEqual([message]);
  });

  it('is refused where a level has no row or two', () => {
    expect(faults(inpatient.slice(1))).toEqual([expect.stringContaining('one row for each of TOWNSHIP')]);
    expect(faults([...inpatient, inpatient[0]!])).toEqual([expect.stringContaining('one row for each of TOWNSHIP')]);
  });
});

describe('other figures that keep rules among themselves', () => {
  it('finds a row for every score', () => {
    const rows = (...bounds: string[]) => bounds.map((from) => ({ from }));
    expect(coefficientTableFaults(rows('90', '80', '0'))).toEqual([]);
    expect(messages(coefficientTableFaults(rows('80', '90', '10')))).toEqual([
      'bounds must fall from row to row',
      'the last row must begin at 0',
    ]);
  });

  it('splits the fee to the fen', () => {
    expect(feeFaults({ feeFen: 12000, feeSplitFen: { FISCAL: 7000, INSURANCE: 3000, PERSONAL: 2000 } })).toEqual([]);
    expect(messages(feeFaults({ feeFen: 12000, feeSplitFen: { FISCAL: 11999 } }))).toEqual(['sums to 11999, the fee is 12000']);
  });

  it('has an age band for everybody', () => {
    const bands = (...list: [number, number, string][]) =>
      ({ ageBands: list.map(([from, to, share]) => ({ from, to, share })) }) as never;
    expect(ageBandsFault(bands([0, 17, '0.2'], [18, 95, '0.8']))).toEqual([]);
    expect(messages(ageBandsFault(bands([0, 17, '0.2'], [19, 95, '0.7'])))).toEqual([
      'must follow each other from age 0 without a gap',
      'shares sum to 0.9, not to 1',
    ]);
  });
});

describe('places', () => {
  const county = { code: '370725', name: '县', kind: 'COUNTY' as const, parent: null };
  const town = (code: string) => ({ code, name: '镇', kind: 'TOWN' as const, parent: '370725' });
  const registry = {
    consortia: [{ serial: '00010', lead: '00101', towns: ['370725001'] }],
    countyInstitutions: [
      { serial: '00001', kind: 'HEALTH_BUREAU', consortium: null },
      { serial: '00101', kind: 'HOSPITAL', consortium: '00010' },
    ],
    townNamesEn: { '370725001': 'Baodu' },
  } as unknown as RegistrySection;

  it('are whole when every town is in one consortium that one of its members leads', () => {
    expect(placeFaults(registry, [county, town('370725001')])).toEqual([]);
  });

  it('names every town, member and serial that is out of place', () => {
    const faulty = {
      ...registry,
      consortia: [...registry.consortia, { serial: '00010', lead: '00999', towns: ['370725009'] }],
      countyInstitutions: registry.countyInstitutions.slice(1),
    } as RegistrySection;
    expect(messages(placeFaults(faulty, [county, town('370725001'), town('370725002')]))).toEqual([
      'has 0 health bureaus instead of one',
      'serial 00010 stands twice',
      'town 370725002 is in 0 consortia instead of one',
      'town 370725002 has no English name',
      '370725009 is not a town of the county',
      '00999 leads 00010 without being its member',
    ]);
  });
});
