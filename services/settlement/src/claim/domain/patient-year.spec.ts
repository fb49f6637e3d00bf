import { describe, expect, it } from '@jest/globals';
import { stayList } from '../../../test/fixtures/lists.ts';
import type { Claim } from './claim.ts';
import { deductiblePaid, withClaim, withoutClaim, yearKey, yearOf, type PatientYear } from './patient-year.ts';

const year: PatientYear = {
  ...yearOf(stayList),
  fundPaidFen: 100n,
  inpatientDeductibleFen: 20n,
  outpatientDeductibleFen: 3n,
};
const claim = { list: stayList, benefit: { deductibleFen: 7n, fundPaidFen: 50n } } as Claim;
const visit = { ...claim, list: { ...stayList, visitKind: 'OUTPATIENT' as const } };

describe("a person's year", () => {
  it('is that of the discharge, by insurance', () => {
    const over = { ...stayList, admittedOn: '2025-12-30', dischargedOn: '2026-01-02' };
    expect(yearKey(yearOf(over))).toBe(`${stayList.residentId} RESIDENT 2026`);
  });

  it('counts deductibles of stays and of visits apart', () => {
    expect(withClaim(year, claim)).toEqual({ ...year, fundPaidFen: 150n, inpatientDeductibleFen: 27n });
    expect(withClaim(year, visit)).toEqual({ ...year, fundPaidFen: 150n, outpatientDeductibleFen: 10n });
    expect([deductiblePaid(year, stayList), deductiblePaid(year, visit.list)]).toEqual([20n, 3n]);
  });

  it.each([claim, visit])('is as before once a claim that counted in it is reversed', (counted) => {
    expect(withoutClaim(withClaim(year, counted), counted)).toEqual(year);
  });
});
