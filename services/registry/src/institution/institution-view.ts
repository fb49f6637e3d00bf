import type { BusinessDate } from '@yigongti/kernel';

/** An institution as clients see it: who it is and where it stands in the tree. Nothing in it is confidential. */
export interface InstitutionView {
  readonly institutionId: string;
  readonly institutionCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: string;
  readonly kind: string;
  readonly settlementLevel: string | null;
  readonly parentCode: string | null;
  readonly consortiumCode: string | null;
  readonly consortiumLead: boolean;
  readonly divisionCode: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo: BusinessDate | null;
  readonly version: number;
  readonly allowedActions: readonly string[];
}

export interface InstitutionFilter {
  readonly level?: string;
  readonly kind?: string;
  readonly parentCode?: string;
  readonly consortiumCode?: string;
  readonly limit: number;
  /** Code of the last institution shown. */
  readonly after: string | null;
}
