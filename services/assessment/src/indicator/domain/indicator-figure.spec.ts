import { describe, expect, it } from '@jest/globals';
import { decimal } from '@yigongti/kernel';
import { figureOf, valueOf } from './indicator-figure.ts';
import { shareByAge } from './indicator-terms.ts';
import { indicatorCodes, indicators, isIndicatorCode } from './indicators.ts';

const ratio = (numerator: bigint, denominator: bigint) => figureOf(indicators['CON-COV'], 'T01', { numerator, denominator });
const cost = (numerator: bigint, denominator: bigint) => figureOf(indicators['COST-IP'], 'H01', { numerator, denominator });

describe('the figure of an indicator', () => {
  it('keeps numerator and denominator beside their quotient', () => {
    expect(ratio(1204n, 2310n)).toEqual({
      code: 'CON-COV',
      institutionCode: 'T01',
      numerator: '1204',
      denominator: '2310',
      value: '0.521212121212',
    });
  });

  it('turns fen into yuan, to the fen', () => {
    expect(cost(1_234_567n, 2n)).toMatchObject({ numerator: '12345.67', denominator: '2', value: '6172.835' });
    expect(cost(9_007_199_254_740_993n, 1n)).toMatchObject({ numerator: '90071992547409.93', value: '90071992547409.93' });
  });

  it.each([
    ['nothing of nothing', 0n, 0n],
    ['down-referrals without any up-referral', 3n, 0n],
  ])('has no value for %s: neither 0 nor 100 %%', (_, numerator, denominator) => {
    expect(ratio(numerator, denominator).value).toBeNull();
  });

  it('tells 0 of something from nothing', () => {
    expect(ratio(0n, 5n).value).toBe('0');
  });

  it('rounds for showing only: the quotient that scores are made of is exact', () => {
    expect(valueOf(ratio(2n, 3n))!.times(3).toDecimalPlaces(30).toFixed()).toBe('2');
    expect(decimal(ratio(2n, 3n).value!).times(3).toFixed()).toBe('2.000000000001');
  });
});

describe('the share of an age who have a disease', () => {
  const shares = shareByAge([
    { ageFrom: 18, share: '0.05' },
    { ageFrom: 65, share: '0.56' },
  ]);

  it.each([
    [0, '0'],
    [17, '0'],
    [18, '0.05'],
    [64, '0.05'],
    [65, '0.56'],
    [120, '0.56'],
  ])('at %i is %s', (age, share) => {
    expect(shares[age]).toBe(share);
  });
});

describe('the catalogue of indicators', () => {
  it('is what a county is measured by', () => {
    expect(indicatorCodes.join(' ')).toBe(
      'REF-RATIO REF-LOOP REF-REPLY VIS-PRIM-A CON-COV CON-PRIO COST-IP PH-HTN-M PH-HTN-C PH-DM-C',
    );
    expect(indicatorCodes.every((code) => indicators[code].code === code)).toBe(true);
  });

  it('says of each in both languages what is counted, and where its words are from', () => {
    for (const { name, numerator, denominator, scope, exclusions, source } of Object.values(indicators)) {
      for (const { zh, en } of [name, numerator, denominator, scope, exclusions]) {
        expect(zh).toMatch(/\p{Script=Han}/u);
        expect(en).toMatch(/^[\x20-\x7E]+$/);
      }
      expect(source).not.toBe('');
    }
  });

  it('knows a code from a property of every object', () => {
    expect(isIndicatorCode('CON-COV')).toBe(true);
    expect(isIndicatorCode('toString')).toBe(false);
  });
});

/** National bulletins of 2021, 2022 and 2023, hundred million visits or yuan: printed shares come out of printed parts. */
describe('published shares', () => {
  const percent = (numerator: string, denominator: string) =>
    valueOf({ numerator, denominator })!.times(100).toDecimalPlaces(1).toFixed(1);

  it.each([
    ['2021 hospitals', '38.8', '84.7', '45.8'],
    ['2021 primary care', '42.5', '84.7', '50.2'],
    ['2021 others', '3.4', '84.7', '4.0'],
    ['2021 growth on 2020', '7.3', '77.4', '9.4'],
    ['2022 drugs of an outpatient visit', '130.3', '342.7', '38.0'],
    ['2022 drugs of a stay', '2640.5', '10860.6', '24.3'],
    ['2023 hospitals', '42.6', '95.5', '44.6'],
    ['2023 township centres', '13.1', '95.5', '13.7'],
    ['2023 community centres', '8.3', '95.5', '8.7'],
    ['2023 community stations', '2.1', '95.5', '2.2'],
    ['2023 village clinics', '14.0', '95.5', '14.7'],
    ['2023 the four kinds of primary units together', '37.5', '95.5', '39.3'],
  ])('%s', (_, part, whole, printed) => {
    expect(percent(part, whole)).toBe(printed);
  });

  it('shows why the scope is part of the code: four kinds of primary units are less than all primary care', () => {
    expect(decimal('13.1').plus('8.3').plus('2.1').plus('14.0').div('95.5').lt('0.502')).toBe(true);
  });

  /** Typical counties 2019, ChinaXiv 202207.00201: staff of primary units, population in ten thousand. */
  it.each([
    ['A1', '1105', '116.10', '9.52'],
    ['D1', '346', '25.64', '13.49'],
  ])('staff per 10 000 people of %s', (_, numerator, denominator, printed) => {
    expect(valueOf({ numerator, denominator })!.toDecimalPlaces(2).toFixed(2)).toBe(printed);
  });
});
