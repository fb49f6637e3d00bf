import { refuse, type Refusal, type SettlementLevel } from '@yigongti/kernel';
import { policyRefusals } from './policy-refusals.ts';

/** Levels from the ground up: a lower one asks less of the patient. */
export const levelsUpward: readonly SettlementLevel[] = ['VILLAGE', 'TOWNSHIP', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3'];

/** A table by level has exactly one row for each. */
export function oneRowEach(rows: readonly { settlementLevel: SettlementLevel }[], pointer: string): Refusal[] {
  const missing = levelsUpward.filter((level) => !rows.some((row) => row.settlementLevel === level));
  const repeated = rows.flatMap((row, index) =>
    rows.findIndex((other) => other.settlementLevel === row.settlementLevel) < index ? [index] : [],
  );
  return [
    ...missing.map((settlementLevel) => refuse(policyRefusals.levelMissing, { pointer, parameters: { settlementLevel } })),
    ...repeated.map((index) =>
      refuse(policyRefusals.levelRepeated, {
        pointer: `${pointer}/${index}`,
        parameters: { settlementLevel: rows[index]!.settlementLevel },
      }),
    ),
  ];
}
