import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** A resident as the own unit sees them; name and numbers are masked, enough to recognise somebody who stands at the counter. */
export interface ResidentView {
  readonly residentId: Uuid;
  readonly nameMasked: string;
  readonly nationalIdMasked: string;
  readonly phoneMasked: string | null;
  readonly birthDate: BusinessDate;
  readonly sex: string;
  readonly villageDivisionCode: string;
  readonly homeInstitutionCode: string;
  readonly householdId: Uuid | null;
  readonly insuranceType: string;
  readonly registeredOn: BusinessDate;
  readonly diedOn: BusinessDate | null;
  readonly movedOutOn: BusinessDate | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}
