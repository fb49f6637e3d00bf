import type { BusinessDate } from '@yigongti/kernel';
import type { Person } from '../../plan/setting/people.ts';

/**
 * Numbers as the institutions' own systems give them, never twice in one of them: visits (门诊), referred visits (转诊门诊), admissions
 * (入院), discharges (出院), stays (住院) and settlement lists (清单) of a day and a patient.
 */
export type NumberKind = 'MZ' | 'ZM' | 'RY' | 'CY' | 'ZY' | 'QD-MZ' | 'QD-ZM' | 'QD-ZY';

export function numberOf(kind: NumberKind, on: BusinessDate, { sourceNo }: Person): string {
  return `${kind}${on.replaceAll('-', '')}${sourceNo}`;
}
