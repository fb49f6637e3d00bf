import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hospital } from '../../../test/fixtures/institutions.ts';
import {
  actOf,
  aDraft,
  anAccepted,
  anArrived,
  aPending,
  inCare,
  uuid,
  waitingForDown,
  wayDown,
  withOutcome,
} from '../../../test/fixtures/referrals.ts';
import { cancelReferral } from '../domain/ending/calling-off.ts';
import { counterOffer } from '../domain/offer.ts';
import { urgencies, visitTypes } from '../domain/referral-codes.ts';
import type { Referral } from '../domain/referral.ts';
import { emptyElements } from '../domain/submission/draft.ts';
import { toReferral, toRow } from './referral.mapper.ts';
import { referralRow, type ReferralRow } from './referral.row.ts';

const elsewhere = { departmentCode: 'ENDO', toInstitutionCode: null, comment: null };
const offering = { start: '2026-06-10', end: '2026-06-12', capacityId: uuid(300), ...elsewhere };

/** As it comes back from the database: instants as dates, JSON as parsed again, every column there. */
function stored(referral: Referral): ReferralRow {
  const row = toRow(referral) as unknown as Record<string, unknown>;
  const entries = Object.entries(referralRow.options.columns).map(([property, column]) => {
    const value = row[property] ?? null;
    if (value === null) return [property, null];
    if (column!.type === 'timestamptz') return [property, new Date(value as string)];
    return [property, column!.type === 'jsonb' ? JSON.parse(JSON.stringify(value)) : value];
  });
  return Object.fromEntries(entries) as ReferralRow;
}

describe('a referral and its row', () => {
  it.each<[string, Referral]>([
    ['draft', aDraft()],
    ['pending', aPending()],
    ['accepted with a bed', anAccepted(undefined, uuid(100), null, uuid(300))],
    ['with an offer', counterOffer(aPending(), offering, actOf(hospital)).referral],
    ['cancelled', cancelReferral(anAccepted(), { reasonCode: 'OTHER', comment: 'x', byPatient: true }, actOf(hospital)).referral],
    ['with documents', { ...anArrived(), records: [{ documentNo: 'ZZ-1', typeCode: 'HSDC00.05', digest: null }] }],
    ['arrived', anArrived()],
    ['in care', inCare()],
    ['with its outcome', withOutcome()],
    ['waiting for its way down', waitingForDown()],
    ['way down', anAccepted(wayDown, uuid(200), uuid(100))],
  ])('%s: what was stored comes back', (_, referral) => expect(toReferral(stored(referral))).toEqual(referral));

  it('every column is written, and nothing but columns', () => {
    const columns = Object.keys(referralRow.options.columns).sort();
    expect(Object.keys(toRow(aDraft())).sort()).toEqual(columns);
    expect(Object.keys(toRow(waitingForDown())).sort()).toEqual(columns);
  });

  it('a form with any gaps comes back with them', () => {
    const gap = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
    const elements = fc.record({
      practitionerCode: gap(fc.constant('D-1')),
      visitType: gap(fc.constantFrom(...visitTypes)),
      urgency: gap(fc.constantFrom(...urgencies)),
      summary: gap(fc.string({ minLength: 1 })),
      windowStart: gap(fc.constant('2026-06-02')),
      consentSignedAt: gap(fc.constant('2026-06-01T09:00:00.000+08:00')),
      followUpPlan: gap(fc.constant({ dueInDays: 3, programme: null, instructionCode: 'GENERAL' })),
      diagnosisCodes: gap(fc.constant(['I10'])),
    });
    fc.assert(
      fc.property(elements, (written) => {
        const draft = { ...aDraft(), elements: { ...emptyElements, ...written } };
        expect(toReferral(stored(draft))).toEqual(draft);
      }),
    );
  });
});
