import type { BusinessDate } from '@yigongti/kernel';
import type { SourcedLine } from '../source-line/index.ts';

export interface InstitutionLine extends SourcedLine {
  /** Number in the source system; the code is the identity. */
  readonly sourceNo?: string;
  readonly institutionCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: string;
  readonly kind: string;
  readonly settlementLevel?: string | null;
  readonly parentCode?: string | null;
  readonly consortiumCode?: string | null;
  readonly consortiumLead: boolean;
  readonly divisionCode: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo?: BusinessDate | null;
}
