import type { Random } from '../county/index.ts';
import type { Range } from './setting/calendar.ts';
import type { Programme } from './setting/county-rules.ts';
import type { Rates } from './setting/rates.ts';

/** What is measured and seen at a follow-up: blood pressure in mmHg, fasting glucose in mmol/l. */
export interface Readings {
  readonly systolic?: number;
  readonly diastolic?: number;
  readonly fastingGlucose?: string;
  readonly signs: readonly string[];
}

export type Finding = 'controlled' | 'uncontrolled' | 'emergency';

/** Figures well on one side of every county's limits, so that the truth decides and not the limit. */
const bloodPressure: Record<Finding, { readonly systolic: Range; readonly diastolic: Range }> = {
  controlled: { systolic: [112, 134], diastolic: [66, 84] },
  uncontrolled: { systolic: [152, 174], diastolic: [92, 104] },
  emergency: { systolic: [182, 204], diastolic: [104, 118] },
};
/** In tenths of mmol/l. */
const glucose: Record<Finding, Range> = { controlled: [48, 66], uncontrolled: [76, 118], emergency: [168, 214] };

export function drawFinding(random: Random, rates: Rates): Finding {
  if (random.chance(rates.emergencyShareOfFollowUps)) return 'emergency';
  return random.chance(rates.uncontrolledShareOfFollowUps) ? 'uncontrolled' : 'controlled';
}

export function readingsOf(random: Random, programme: Programme, finding: Finding): Readings {
  if (programme === 'T2DM') {
    const tenths = random.int(...glucose[finding]);
    return { fastingGlucose: `${Math.trunc(tenths / 10)}.${tenths % 10}`, signs: [] };
  }
  const { systolic, diastolic } = bloodPressure[finding];
  const signs = finding === 'emergency' ? ['SEVERE_HEADACHE_OR_DIZZINESS'] : [];
  return { systolic: random.int(...systolic), diastolic: random.int(...diastolic), signs };
}
