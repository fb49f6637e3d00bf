import type { BusinessDate } from '@yigongti/kernel';

/** A practitioner as clients see them: a code, a post, and since when. */
export interface PractitionerView {
  readonly practitionerId: string;
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly role: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface PractitionerFilter {
  readonly institutionCode?: string;
  readonly role?: string;
  readonly limit: number;
  /** Code of the last practitioner shown. */
  readonly after: string | null;
}
