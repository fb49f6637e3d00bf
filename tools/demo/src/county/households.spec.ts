import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formHouseholds } from './households.ts';
import type { HiddenTruth } from './person.ts';
import { randomStream } from './random.ts';

const person = (age: number): HiddenTruth => ({ age, sex: '1', birthDate: '2000-01-01', hypertensive: false, diabetic: false });

describe('households of a village', () => {
  it('hold everybody once, and no child alone while there is an adult', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(95), { maxLength: 60 }), fc.string(), (ages, seed) => {
        const people = ages.map(person);
        const households = formHouseholds(people, randomStream(seed, 'h'));
        const members = households.flat();
        const grown = people.some(({ age }) => age >= 18);
        return (
          members.length === people.length &&
          new Set(members).size === people.length &&
          households.every((household) => household.length > 0 && (!grown || household[0]!.age >= 18))
        );
      }),
    );
  });

  it('put children with an adult who may be their parent', () => {
    const households = formHouseholds(
      [person(80), person(79), person(78), person(77), person(30), person(5)],
      randomStream('1', 'h'),
    );
    const child = households.find((members) => members.some(({ age }) => age === 5))!;
    expect(child.map(({ age }) => age)).toContain(30);
  });
});
