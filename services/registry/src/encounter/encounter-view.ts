import type { Instant, Uuid } from '@yigongti/kernel';

/** An encounter as the reporting side sees it. */
export interface EncounterView {
  readonly encounterId: Uuid;
  readonly institutionCode: string;
  readonly sourceNo: string;
  readonly residentId: Uuid;
  readonly kind: string;
  readonly happenedAt: Instant;
  readonly diagnosisCodes: readonly string[];
  readonly admissionNo: string | null;
  readonly outOfCounty: boolean;
  readonly practitionerCode: string | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface EncounterFilter {
  readonly institutionCode?: string;
  readonly residentId?: Uuid;
  readonly kind?: string;
  readonly limit: number;
  /** Id of the last encounter shown. */
  readonly after: Uuid | null;
}
