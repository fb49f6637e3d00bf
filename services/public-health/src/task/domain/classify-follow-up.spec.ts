import { describe, expect, it } from '@jest/globals';
import { classifyFollowUp, type FollowUp } from './classify-follow-up.ts';
import { diabetes, hypertension } from '../../../test/fixtures/programme-terms.ts';
import { missingReadings, readingsOf, unknownSigns, type Readings } from './readings.ts';

const followUp = (readings: Partial<Readings>, change: Partial<FollowUp> = {}): FollowUp => ({
  on: '2026-06-10',
  age: 50,
  readings: { signs: [], ...readings },
  adverseReaction: 'NONE',
  complication: 'NONE',
  earlierControlled: [],
  ...change,
});

const pressure = (systolic: number, diastolic: number): Partial<Readings> => ({ systolic, diastolic });

describe('a follow-up of hypertension (NBPHS third edition 2017)', () => {
  it.each([
    [64, 148, 88, 'UNCONTROLLED', '2026-06-24'],
    [65, 148, 88, 'CONTROLLED', '2026-09-10'],
    [70, 150, 85, 'UNCONTROLLED', '2026-06-24'],
    [50, 139, 89, 'CONTROLLED', '2026-09-10'],
    [50, 139, 90, 'UNCONTROLLED', '2026-06-24'],
    [50, 180, 100, 'EMERGENCY', '2026-06-24'],
    [50, 130, 110, 'EMERGENCY', '2026-06-24'],
    [50, 179, 109, 'UNCONTROLLED', '2026-06-24'],
  ])('at %s years %s/%s is %s, next by %s', (age, systolic, diastolic, classification, nextDue) =>
    expect(classifyFollowUp(followUp(pressure(systolic, diastolic), { age }), hypertension)).toMatchObject({
      classification,
      nextDue,
    }),
  );

  it('152/92, then 150/90: the second in a row suggests a referral', () => {
    const second = classifyFollowUp(followUp(pressure(150, 90), { earlierControlled: [false] }), hypertension);
    expect(second.referralReasons).toEqual([{ ruleId: 'HTN-TWICE-UNCONTROLLED', reasonCode: 'TWICE_UNCONTROLLED' }]);
    expect(second.nextDue).toBe('2026-06-24');
  });

  it('152/92, then 138/84, then 145/90: not in a row, no suggestion, yet two weeks', () => {
    const third = classifyFollowUp(followUp(pressure(145, 90), { earlierControlled: [true, false] }), hypertension);
    expect(third.referralReasons).toEqual([]);
    expect(third.nextDue).toBe('2026-06-24');
  });

  it('a sign alone is an emergency, whatever the pressure', () => {
    const result = classifyFollowUp(followUp({ ...pressure(120, 80), signs: ['VOMITING'] }), hypertension);
    expect(result).toMatchObject({ classification: 'EMERGENCY', controlled: true });
    expect(result.referralReasons.map(({ reasonCode }) => reasonCode)).toEqual(['CRITICAL']);
  });

  it('the gravest finding names the class, and every rule that fired is told', () => {
    const grave = followUp(pressure(190, 100), {
      complication: 'NEW',
      adverseReaction: 'HARD_TO_CONTROL',
      earlierControlled: [false],
    });
    expect(classifyFollowUp(grave, hypertension).classification).toBe('EMERGENCY');
    expect(classifyFollowUp(grave, hypertension).referralReasons.map(({ reasonCode }) => reasonCode)).toEqual([
      'CRITICAL',
      'NEW_COMPLICATION',
      'ADR',
      'TWICE_UNCONTROLLED',
    ]);
  });

  it('a first reaction to a drug is seen again in two weeks, without a referral', () => {
    const result = classifyFollowUp(followUp(pressure(120, 80), { adverseReaction: 'PRESENT' }), hypertension);
    expect(result).toEqual({ classification: 'ADVERSE_REACTION', controlled: true, nextDue: '2026-06-24', referralReasons: [] });
  });
});

describe('a follow-up of type 2 diabetes (NBPHS third edition 2017)', () => {
  it.each([
    ['7.0', 'UNCONTROLLED', false],
    ['6.9', 'CONTROLLED', true],
    ['3.9', 'EMERGENCY', true],
    ['16.7', 'EMERGENCY', false],
    ['16.6', 'UNCONTROLLED', false],
    ['4.0', 'CONTROLLED', true],
  ])('fasting glucose %s is %s', (fastingGlucose, classification, controlled) =>
    expect(classifyFollowUp(followUp({ fastingGlucose }), diabetes)).toMatchObject({ classification, controlled }),
  );

  it.each([
    [{ heartRate: 101 }, 'EMERGENCY'],
    [{ heartRate: 100 }, 'CONTROLLED'],
    [{ temperature: '39.1' }, 'EMERGENCY'],
    [{ temperature: '39.0' }, 'CONTROLLED'],
    [pressure(180, 80), 'EMERGENCY'],
  ])('glucose at target with %j is %s', (more, classification) =>
    expect(classifyFollowUp(followUp({ fastingGlucose: '6.1', ...more }), diabetes).classification).toBe(classification),
  );
});

describe('readings as they were sent', () => {
  it.each([
    ['HTN' as const, {}, ['/readings/systolic', '/readings/diastolic']],
    ['HTN' as const, { systolic: 120 }, ['/readings/diastolic']],
    ['T2DM' as const, pressure(120, 80), ['/readings/fastingGlucose']],
    ['T2DM' as const, { fastingGlucose: '6.0' }, []],
  ])('%s with %j lacks %j', (programme, readings, pointers) =>
    expect(missingReadings(programme, { signs: [], ...readings }).map(({ pointer }) => pointer)).toEqual(pointers),
  );

  it('that are null were not taken', () => {
    expect(readingsOf({ systolic: 120, diastolic: null, signs: null })).toEqual({ systolic: 120, signs: [] });
    expect(readingsOf(null)).toEqual({ signs: [] });
  });

  it('name every sign that the county does not know', () => {
    const readings = { signs: ['VOMITING', 'VOMITTING', 'KETONE_BREATH', 'COUGH'] };
    expect(unknownSigns(readings, ['VOMITING', 'KETONE_BREATH']).map(({ pointer }) => pointer)).toEqual([
      '/readings/signs/1',
      '/readings/signs/3',
    ]);
  });
});
