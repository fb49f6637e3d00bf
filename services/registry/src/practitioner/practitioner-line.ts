import type { BusinessDate } from '@yigongti/kernel';
import type { SourcedLine } from '../source-line/index.ts';

export interface PractitionerLine extends SourcedLine {
  readonly sourceNo?: string;
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly role: string;
  readonly activeFrom: BusinessDate;
  readonly activeTo?: BusinessDate | null;
}
