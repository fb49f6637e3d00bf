import { codesOf, terminationReason } from '@yigongti/events';
import type { BusinessDate, Profile } from '@yigongti/kernel';
import { dated } from '@yigongti/service-host';
import { z } from 'zod';
import type { SigningTerms } from './contract/domain/signing-rules.ts';
import type { AgeGroup } from './contract/domain/priority-groups.ts';

const packageSchema = z.object({
  code: z.string().min(1),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  priorityGroup: z.string().nullable().describe('Group that the package is for; null for everybody (适用人群)'),
});

const ageGroupSchema = z.object({ code: z.string(), ageFrom: z.int().min(0), ageTo: z.int().min(0).nullable() });

/** Section `contracts` of the county profile, as far as this service reads it. */
export const contractsProfile = z.object({
  termYearsMin: dated(z.int().min(1)).describe('Shortest term, years (最短签约年限)'),
  termYearsMax: dated(z.int().min(1)).describe('Longest term, years (最长签约年限)'),
  panelLimitPersons: dated(z.int().min(1)).describe('Persons that one GP may have under contract (签约人数上限)'),
  startsAheadDaysMax: dated(z.int().min(0).max(3660)).describe('Days that a contract may be signed ahead (可提前签约天数)'),
  renewalOpensDaysBefore: dated(z.int().min(0).max(180)).describe(
    'Days before its last day from which a contract may be renewed (可提前续约天数)',
  ),
  renewalClosesDaysAfter: dated(z.int().min(0).max(365)).describe(
    'Days after its last day on which a signature still renews it (续约宽限天数)',
  ),
  representativeAgeFrom: dated(z.int().min(0)).describe('Youngest age of who signs for a household (户代表最低年龄)'),
  terminationReasons: dated(z.array(z.enum(codesOf(terminationReason))).min(1)).describe(
    'Reasons for which a contract is ended by hand (解约原因)',
  ),
  feeFen: dated(z.int().min(0)).describe('Contract fee a person and year, fen (签约服务费)'),
  packages: dated(z.array(packageSchema).min(1)).describe('The menu of service packages (服务包)'),
  priorityAgeGroups: dated(z.array(ageGroupSchema)).describe('Priority groups by age, ends included (按年龄的重点人群)'),
});

export type ContractsProfile = z.output<typeof contractsProfile>;

/** The terms of signing, with the groups that follow from age. */
export interface CountyTerms extends SigningTerms {
  readonly ageGroups: readonly AgeGroup[];
  /** Youngest age, in completed years, of who signs for a household. */
  readonly representativeAgeFrom: number;
}

/** The terms that hold on the day of signing. */
export function termsOn({ section, version }: Profile<ContractsProfile>, on: BusinessDate): CountyTerms {
  return {
    profileVersion: version,
    yearsMin: section.termYearsMin.valueAt(on),
    yearsMax: section.termYearsMax.valueAt(on),
    panelLimitPersons: section.panelLimitPersons.valueAt(on),
    startsAheadDaysMax: section.startsAheadDaysMax.valueAt(on),
    renewalOpensDaysBefore: section.renewalOpensDaysBefore.valueAt(on),
    renewalClosesDaysAfter: section.renewalClosesDaysAfter.valueAt(on),
    feeFen: BigInt(section.feeFen.valueAt(on)),
    packages: new Map(section.packages.valueAt(on).map(({ code, priorityGroup }) => [code, priorityGroup])),
    representativeAgeFrom: section.representativeAgeFrom.valueAt(on),
    ageGroups: section.priorityAgeGroups.valueAt(on),
  };
}
