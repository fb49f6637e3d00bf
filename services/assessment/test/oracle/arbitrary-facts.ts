import { addDays, atTime } from '@yigongti/kernel';
import fc from 'fast-check';
import type { IndicatorTerms } from '../../src/indicator/domain/indicator-terms.ts';
import { county, type Facts } from './facts.ts';

/** Days around the month 2026-06, so that both of its ends are hit often. */
const day = fc.oneof(
  fc.constantFrom('2026-05-31', '2026-06-01', '2026-06-30', '2026-07-01'),
  fc.integer({ min: -40, max: 60 }).map((days) => addDays('2026-06-01', days)),
);
/** Mostly long before or long after, so that the other days of a fact decide. */
const early = fc.oneof({ weight: 3, arbitrary: fc.constant('2026-01-01') }, { weight: 1, arbitrary: day });
const late = fc.oneof({ weight: 3, arbitrary: fc.constant('2026-12-31') }, { weight: 1, arbitrary: day });
const seldom = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: day });
const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 });
const institution = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('V11', 'T1', 'H1') },
  { weight: 1, arbitrary: fc.constantFrom(...county.map(({ code }) => code), 'X0') },
);
/** Birthdays of whole ages on the last day of the month, the day before and after, and one that only leap years have. */
const birthDate = fc.oneof(
  fc.constantFrom('2019-06-30', '2019-07-01', '2019-06-29', '1961-06-30', '1961-07-01', '2020-02-29', '2026-07-02'),
  fc.integer({ min: 0, max: 30_000 }).map((days) => addDays('2026-06-30', -days)),
);

const residents = fc.array(
  fc.record({
    home: institution,
    birthDate,
    registeredOn: early,
    diedOn: seldom,
    movedOutOn: seldom,
    merged: fc.constantFrom(false, false, false, true),
  }),
  { maxLength: 12 },
);

/** Closed on the day of arrival, at a limit of the loop, a day off it, or never. */
const referral = fc
  .record({
    direction: fc.constantFrom('UP' as const, 'UP' as const, 'DOWN' as const, 'LATERAL' as const),
    from: institution,
    to: institution,
    arrivedOn: orNull(day),
    daysOpen: fc.constantFrom(null, 0, 1, 2, 29, 30, 31),
    cause: fc.constantFrom('FOLLOW_UP_DONE' as const, 'FOLLOW_UP_DONE' as const, 'DIED' as const),
  })
  .map(({ daysOpen, ...rest }) => ({
    ...rest,
    closedOn: daysOpen === null ? null : addDays(rest.arrivedOn ?? '2026-06-15', daysOpen),
  }));

/** Moments at both ends of the month, to the minute. */
const moment = fc.oneof(
  fc.constantFrom('2026-05-31T23:59:59.999+08:00', '2026-06-01T00:00:00.000+08:00', '2026-06-30T23:59:59.999+08:00'),
  day.map((on) => atTime(on, '09:30')),
);

/** Answers at, and a minute off, each limit of `arbitraryTerms`. */
const replies = fc.array(
  fc.record({
    to: institution,
    urgency: fc.constantFrom('EMERGENCY' as const, 'URGENT' as const, 'ROUTINE' as const),
    sentAt: fc.option(moment, { freq: 5 }),
    isReviewed: fc.boolean(),
    answer: fc.option(
      fc.record({
        afterMinutes: fc.constantFrom(0, 14, 15, 16, 120, 121, 1440, 1441),
        says: fc.constantFrom('YES' as const, 'NO' as const, 'OTHER_DAYS' as const),
      }),
      {
        freq: 5,
      },
    ),
  }),
  { maxLength: 8 },
);

export const arbitraryFacts: fc.Arbitrary<Facts> = residents.chain((people) => {
  const resident = fc.nat({ max: Math.max(people.length - 1, 0) });
  return fc
    .array(
      fc.record({
        resident,
        programme: fc.constantFrom('HTN' as const, 'HTN' as const, 'T2DM' as const),
        institution,
        enrolledOn: early,
        closedOn: orNull(day),
      }),
      { maxLength: 8 },
    )
    .chain((enrolments) =>
      fc.record({
        residents: fc.constant(people),
        enrolments: fc.constant(enrolments),
        contracts: fc.array(fc.record({ resident, startsOn: early, endsOn: late, terminatedOn: orNull(day) }), { maxLength: 10 }),
        referrals: fc.array(referral, { maxLength: 12 }),
        readings: fc.array(
          fc.record({
            enrolment: fc.nat({ max: Math.max(enrolments.length - 1, 0) }),
            completedOn: day,
            controlled: fc.constantFrom(true, false, null),
          }),
          { maxLength: 14 },
        ),
        replies,
        visits: fc.uniqueArray(
          fc.record({
            visit: fc.nat({ max: 7 }),
            version: fc.integer({ min: 1, max: 3 }),
            resident: fc.option(resident, { freq: 5 }),
            institution,
            happenedOn: day,
            kind: fc.constantFrom(
              'OUTPATIENT' as const,
              'OUTPATIENT' as const,
              'EMERGENCY' as const,
              'ADMISSION' as const,
              'DISCHARGE' as const,
            ),
            outOfCounty: fc.constantFrom(false, false, false, true),
          }),
          { maxLength: 12, selector: ({ visit, version }) => `${visit} ${version}` },
        ),
        claims: fc.uniqueArray(
          fc.record({
            institution,
            listNo: fc.constantFrom('L1', 'L2', 'L3'),
            listVersion: fc.integer({ min: 1, max: 3 }),
            visitKind: fc.constantFrom('INPATIENT' as const, 'INPATIENT' as const, 'OUTPATIENT' as const),
            dischargedOn: day,
            totalFen: fc.nat({ max: 9_007_199_254 }),
          }),
          { maxLength: 12, selector: ({ institution: at, listNo, listVersion }) => `${at} ${listNo} ${listVersion}` },
        ),
      }),
    );
});

// 29 and 30 days back are the first of the month and the day before.
const control = fc.record({ readingDays: fc.constantFrom(1, 29, 30, 60), lostIsUncontrolled: fc.boolean() });

export const arbitraryTerms: fc.Arbitrary<IndicatorTerms> = fc.record({
  loopDays: fc.constantFrom(0, 1, 29, 30, 40),
  replyMinutes: fc.record({
    EMERGENCY: fc.constantFrom(15, 120),
    URGENT: fc.constantFrom(120, 1440),
    ROUTINE: fc.constantFrom(120, 1440),
  }),
  priorityAgeGroups: fc.constant([
    { code: 'CHILD_0_6', ageFrom: 0, ageTo: 6 },
    { code: 'ELDERLY_65', ageFrom: 65, ageTo: null },
  ]),
  // Shares whose sums come to exact halves.
  hypertensionPrevalence: fc.constantFrom(
    [{ ageFrom: 0, share: '0.25' }],
    [
      { ageFrom: 7, share: '0.1' },
      { ageFrom: 18, share: '0.5' },
      { ageFrom: 65, share: '1' },
    ],
    [{ ageFrom: 200, share: '1' }],
  ),
  hypertensionControl: control,
  diabetesControl: control,
});
