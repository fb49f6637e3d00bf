import type { Instant, Uuid } from '@yigongti/kernel';
import type { SourcedLine } from '../source-line/index.ts';

export interface EncounterLine extends SourcedLine {
  readonly institutionCode: string;
  readonly sourceNo: string;
  readonly residentId: Uuid;
  readonly kind: 'OUTPATIENT' | 'EMERGENCY' | 'ADMISSION' | 'DISCHARGE';
  readonly happenedAt: Instant;
  readonly diagnosisCodes: readonly string[];
  readonly admissionNo?: string | null;
  readonly outOfCounty: boolean;
  readonly practitionerCode?: string | null;
}
