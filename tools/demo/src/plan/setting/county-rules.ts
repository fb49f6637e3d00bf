import { ageAt, type BusinessDate } from '@yigongti/kernel';
import { valuesOn, type County } from '@yigongti/tool-counties';
import { z } from 'zod';

const ageGroup = z.object({ code: z.string(), ageFrom: z.int(), ageTo: z.int().nullable() });
const menuItem = z.object({ code: z.string(), priorityGroup: z.string().nullable() });
const programmeRules = z.object({ screeningAgeFrom: z.int() });

const rulesSchema = z.object({
  contracts: z.object({ packages: z.array(menuItem), priorityAgeGroups: z.array(ageGroup), panelLimitPersons: z.int() }),
  publicHealth: z.object({ programmes: z.object({ HTN: programmeRules, T2DM: programmeRules }) }),
  referrals: z.object({
    arrivalWindowDays: z.int(),
    downReasons: z.array(z.string()).min(1),
    followUpDueDays: z.object({ default: z.int() }),
  }),
});

export type Programme = 'HTN' | 'T2DM';
export const programmes = ['HTN', 'T2DM'] as const satisfies readonly Programme[];

/** What the staff of the county's institutions know of its rules; the services judge by them, the player only keeps to them. */
export class CountyRules {
  readonly #rules: z.output<typeof rulesSchema>;

  constructor(county: County) {
    this.#rules = rulesSchema.parse(valuesOn(county.profile.sections, county.asOf));
  }

  get panelLimitPersons(): number {
    return this.#rules.contracts.panelLimitPersons;
  }

  get arrivalWindowDays(): number {
    return this.#rules.referrals.arrivalWindowDays;
  }

  get downReasons(): readonly string[] {
    return this.#rules.referrals.downReasons;
  }

  get followUpDueDays(): number {
    return this.#rules.referrals.followUpDueDays.default;
  }

  screeningAgeOf(programme: Programme): number {
    return this.#rules.publicHealth.programmes[programme].screeningAgeFrom;
  }

  /** Priority groups by age on a day. */
  ageGroupsOf(birthDate: BusinessDate, on: BusinessDate): string[] {
    const age = ageAt(birthDate, on);
    const groups = this.#rules.contracts.priorityAgeGroups;
    return groups.filter(({ ageFrom, ageTo }) => ageFrom <= age && (ageTo === null || age <= ageTo)).map(({ code }) => code);
  }

  /** Packages that somebody of these groups is offered. */
  packagesFor(groups: readonly string[]): string[] {
    const menu = this.#rules.contracts.packages;
    return menu.filter(({ priorityGroup }) => priorityGroup === null || groups.includes(priorityGroup)).map(({ code }) => code);
  }
}
