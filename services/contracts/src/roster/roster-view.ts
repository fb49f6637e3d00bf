import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** One resident of a doctor on a day; plain JSON. */
export interface RosterEntry {
  readonly residentId: Uuid;
  readonly contractId: Uuid;
  readonly teamCode: string;
  readonly institutionCode: string;
  readonly homeInstitutionCode: string;
  readonly packageCodes: readonly string[];
  /** Derived for that day, not for the day of signing. */
  readonly priorityGroups: readonly string[];
  readonly startsOn: BusinessDate;
  readonly endsOn: BusinessDate;
  /** In the window of renewal on that day, with nothing that follows yet. */
  readonly renewalDue: boolean;
  /** Services under the contract up to that day, and the last of them: none is "signed but not served" (签而不约). */
  readonly services: number;
  readonly lastServiceOn: BusinessDate | null;
}

/** A page of a doctor's residents on a day. */
export interface Roster {
  readonly practitionerCode: string;
  readonly on: BusinessDate;
  /** Under contract with the doctor on that day, as far as the caller sees. */
  readonly persons: number;
  readonly panelLimitPersons: number;
  /** One more than asked for when there is more. */
  readonly entries: readonly RosterEntry[];
}

/** How many days of a period residents were a doctor's; plain JSON. */
export interface PersonDays {
  readonly practitionerCode: string;
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly persons: number;
  readonly personDays: number;
  /** One more than asked for when there is more. */
  readonly entries: readonly { readonly residentId: Uuid; readonly days: number }[];
}
