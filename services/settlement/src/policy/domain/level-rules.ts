import { refuse, type Refusal, type SettlementLevel } from '@yigongti/kernel';
import { policyRefusals } from './policy-refusals.ts';

/** Levels from the ground up: a lower one asks less of the patient. */
export const levelsUpward: readonly SettlementLevel[] = ['VILLAGE', 'TOWNSHIP', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3'];

/** Village clinics have no beds. */
export const levelsWithBeds: readonly SettlementLevel[] = levelsUpward.slice(1);

/** A table by level has exactly one row for each level it is for. */
export function oneRowEach(
  rows: readonly { level: SettlementLevel }[],
  levels: readonly SettlementLevel[],
  pointer: string,
): Refusal[] {
  const missing = levels.filter((level) => !rows.some((row) => row.level === level));
  const repeated = rows.flatMap((row, index) => (rows.findIndex((other) => other.level === row.level) < index ? [index] : []));
  return [
    ...missing.map((level) => refuse(policyRefusals.levelMissing, { pointer, parameters: { level } })),
    ...repeated.map((index) =>
      refuse(policyRefusals.levelRepeated, {
        pointer: `${pointer}/${index}`,
        parameters: { level: rows[index]!.level },
      }),
    ),
  ];
}
