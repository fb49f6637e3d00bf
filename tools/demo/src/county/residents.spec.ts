import { describe, expect, it } from '@jest/globals';
import { ageAt, birthDateOfNationalId, nationalIdFault, sexOfNationalId } from '@yigongti/kernel';
import { countyPath, loadCounty, villageClinicCodes } from '@yigongti/tool-counties';
import fc from 'fast-check';
import { generateResidents, type SyntheticResident } from './residents.ts';

const counties = { changle: loadCounty(countyPath('changle')), deqing: loadCounty(countyPath('deqing')) };

function make(name: keyof typeof counties, seed: string, residents: number): SyntheticResident[] {
  return [...generateResidents({ county: counties[name], seed, residents })];
}

describe('synthetic residents', () => {
  it('have well-formed id numbers that agree with sex and birth date, whatever the seed and the county', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('changle', 'deqing'),
        fc.string(),
        fc.integer({ min: 1, max: 120 }),
        (name, seed, residents) => {
          const people = make(name, seed, residents);
          expect(people).toHaveLength(residents);
          for (const { line, truth } of people) {
            expect(nationalIdFault(line.nationalId, '2026-06-01')).toBeNull();
            expect(line.nationalId.startsWith(counties[name].profile.divisionCode)).toBe(true);
            expect(birthDateOfNationalId(line.nationalId)).toBe(truth.birthDate);
            expect(sexOfNationalId(line.nationalId)).toBe(truth.sex);
            expect(ageAt(truth.birthDate, '2026-05-31')).toBe(truth.age);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  it('are the same for the same seed and size, line by line, and others for another seed', () => {
    expect(make('changle', '7', 500)).toEqual(make('changle', '7', 500));
    expect(make('changle', '7', 500)).not.toEqual(make('changle', '8', 500));
  });

  it('stream: the first is there before the last is made', () => {
    const stream = generateResidents({ county: counties.changle, seed: '1', residents: 30_000 });
    expect(stream.next().value?.line.sourceNo).toBe('R0000001');
  });

  it('are born and registered before the month that is played', () => {
    const people = [...generateResidents({ county: counties.changle, seed: '1', residents: 2_000, month: '2025-03' })];
    for (const { line, truth } of people) {
      expect(truth.birthDate <= line.registeredOn).toBe(true);
      expect(line.registeredOn < '2025-03-01').toBe(true);
      expect(line.occurredAt).toBe(`${line.registeredOn}T08:00:00.000+08:00`);
    }
  });
});

describe('two thousand of them', () => {
  const people = make('changle', '1', 2_000);
  const share = (of: (person: SyntheticResident) => boolean, among = people) => among.filter(of).length / among.length;

  it('no id number and no source number twice, no telephone number of China', () => {
    expect(new Set(people.map(({ line }) => line.nationalId)).size).toBe(2_000);
    expect(new Set(people.map(({ line }) => line.sourceNo)).size).toBe(2_000);
    expect(people.every(({ line }) => /^000\d{8}$/.test(line.phone))).toBe(true);
    expect(people.every(({ line }) => line.address.endsWith('号(合成)'))).toBe(true);
  });

  it('belong to the clinic of their village, a household to one village', () => {
    const clinics = villageClinicCodes(counties.changle);
    const villages = new Map<string, Set<string>>();
    for (const { line } of people) {
      expect(line.homeInstitutionCode).toBe(clinics.get(line.villageDivisionCode));
      villages.set(line.householdNo, (villages.get(line.householdNo) ?? new Set()).add(line.villageDivisionCode));
    }
    expect([...villages.values()].every(({ size }) => size === 1)).toBe(true);
  });

  it('are as old and as ill as the profile says, about', () => {
    expect(Math.abs(share(({ truth }) => truth.age >= 65) - 0.135)).toBeLessThan(0.03);
    expect(Math.abs(share(({ truth }) => truth.age < 15) - 0.1795)).toBeLessThan(0.03);
    expect(Math.abs(share(({ truth }) => truth.sex === '1') - 0.51)).toBeLessThan(0.04);
    const old = people.filter(({ truth }) => truth.age >= 65);
    expect(Math.abs(share(({ truth }) => truth.hypertensive, old) - 0.57)).toBeLessThan(0.1);
    expect(people.some(({ truth }) => truth.age < 18 && (truth.hypertensive || truth.diabetic))).toBe(false);
  });

  it('are insured as the profile says: employees only of working age', () => {
    expect(
      people.filter(({ line }) => line.insuranceType === 'EMPLOYEE').every(({ truth }) => truth.age >= 20 && truth.age <= 59),
    ).toBe(true);
    expect(share(({ line }) => line.insuranceType === 'NONE')).toBeGreaterThan(0);
    expect(share(({ line }) => line.insuranceType === 'RESIDENT')).toBeGreaterThan(0.7);
  });
});
