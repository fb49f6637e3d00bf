import type { BusinessDate } from '@yigongti/kernel';
import type { SourcedLine } from '../source-line/index.ts';

export interface ResidentLine extends SourcedLine {
  readonly sourceNo: string;
  readonly nationalId: string;
  readonly name: string;
  readonly phone?: string | null;
  readonly address?: string | null;
  readonly villageDivisionCode: string;
  readonly homeInstitutionCode: string;
  readonly householdNo?: string | null;
  readonly insuranceType: string;
  readonly registeredOn: BusinessDate;
  readonly diedOn?: BusinessDate | null;
  readonly movedOutOn?: BusinessDate | null;
}
