import { block, fen, month } from '../fields.ts';

export const poolMonth = block(
  {
    month: month('Month (月份)'),
    fundFen: fen('Fund of the month (当月基金)'),
  },
  'A month of the plan (分月计划)',
);

export function exampleMonths(fundFen: number) {
  return Array.from({ length: 12 }, (_, index) => ({ month: `2026-${String(index + 1).padStart(2, '0')}`, fundFen }));
}
