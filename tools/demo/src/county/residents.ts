import {
  addDays,
  atTime,
  firstDayOf,
  nationalIdCheckCharacter,
  type BusinessDate,
  type Instant,
  type Month,
} from '@yigongti/kernel';
import { villageClinicCodes, type County } from '@yigongti/tool-counties';
import { formHouseholds } from './households.ts';
import { givenName, surname } from './names.ts';
import { PersonDraw, type HiddenTruth, type InsuranceType } from './person.ts';
import { placeResidents, type PlacedVillage } from './placement.ts';
import { randomStream, type Random } from './random.ts';

/** A line of the registry's `residents/import`. */
export interface ResidentLine {
  readonly sourceNo: string;
  readonly sourceVersion: number;
  readonly nationalId: string;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
  readonly villageDivisionCode: string;
  readonly homeInstitutionCode: string;
  readonly householdNo: string;
  readonly insuranceType: InsuranceType;
  readonly registeredOn: BusinessDate;
  readonly occurredAt: Instant;
}

export interface SyntheticResident {
  readonly line: ResidentLine;
  readonly truth: HiddenTruth;
}

export interface ResidentsWanted {
  readonly county: County;
  readonly seed: string;
  readonly residents: number;
  /** The month that is played: everybody is born and registered before it. The profile's when absent. */
  readonly month?: Month;
}

/**
 * Makes a county's people, one at a time, village by village: the same county, seed, size and month give the same people. Numbers look real
 * and are nobody's but by chance; telephone numbers begin with 000, which is no number in China.
 */
export function* generateResidents({ county, seed, residents, month }: ResidentsWanted): Generator<SyntheticResident> {
  const asOf = addDays(firstDayOf(month ?? county.demo.month), -1);
  const people = new PersonDraw(county.demo, asOf);
  const clinics = villageClinicCodes(county);
  const numbers = new NationalIds(county.profile.divisionCode);
  let serial = 0;
  for (const placed of placeResidents(county, seed, residents)) {
    const random = randomStream(seed, placed.village.code);
    const drawn = Array.from({ length: placed.residents }, () => people.draw(random));
    for (const [index, household] of formHouseholds(drawn, random).entries()) {
      const home = homeOf(county, placed, index + 1);
      const familyName = surname(random);
      for (const [position, truth] of household.entries()) {
        const ownName = position === 0 || truth.age < 18 ? familyName : surname(random);
        const registeredOn = truth.birthDate > county.demo.registeredFrom ? truth.birthDate : county.demo.registeredFrom;
        const line = {
          sourceNo: `R${String((serial += 1)).padStart(7, '0')}`,
          sourceVersion: 1,
          nationalId: numbers.next(truth),
          name: `${ownName}${givenName(random, truth.sex)}`,
          phone: phone(random),
          ...home,
          homeInstitutionCode: clinics.get(placed.village.code)!,
          insuranceType: people.insuranceType(random, truth.age),
          registeredOn,
          occurredAt: atTime(registeredOn, '08:00'),
        };
        yield { line, truth };
      }
    }
  }
}

function homeOf({ profile }: County, { village, town }: PlacedVillage, number: number) {
  return {
    address: `${profile.nameZh}${town.name}${village.name}${number}号(合成)`,
    villageDivisionCode: village.code,
    householdNo: `${village.code}-${String(number).padStart(4, '0')}`,
  };
}

function phone(random: Random): string {
  return `000${String(random.int(0, 99_999_999)).padStart(8, '0')}`;
}

/** Citizen's id numbers (GB 11643): division, birth date, a running number that is odd for men, check character. No number twice. */
class NationalIds {
  private readonly used = new Map<string, number>();

  constructor(private readonly divisionCode: string) {}

  next({ birthDate, sex }: HiddenTruth): string {
    const key = `${birthDate}${sex}`;
    const count = this.used.get(key) ?? 0;
    this.used.set(key, count + 1);
    const order = count * 2 + (sex === '1' ? 1 : 2);
    if (order > 999) throw new RangeError(`more than 499 people of one sex were born on ${birthDate}`);
    const first17 = `${this.divisionCode}${birthDate.replaceAll('-', '')}${String(order).padStart(3, '0')}`;
    return `${first17}${nationalIdCheckCharacter(first17)}`;
  }
}
