import { formatYuan } from '@yigongti/kernel';
import type { Circle } from '../report/schema.ts';
import type { ShownMoney } from '../report/shown-money.ts';
import { cut, grouped, heading, table, wrapped, type Column } from './table.ts';

/** Name of an institution for a table; the mark that it is synthetic stands above it once. */
export type NameOf = (institutionCode: string) => string;

const nameWidth = 20;

const statementColumns: readonly Column[] = [
  { en: 'institution', zh: '机构' },
  { en: '' },
  { en: 'points', zh: '分值', right: true },
  { en: 'share', zh: '份额', right: true },
  { en: 'score', zh: '得分', right: true },
  { en: 'factor', zh: '系数', right: true },
  { en: 'due', zh: '应付', right: true },
];

/** Claims, and each pool with what every institution gets of it. */
export function moneyLines({ pools, claims, faults }: ShownMoney, scores: Circle['scores'], nameOf: NameOf): string[] {
  const { inpatient, outpatient, referred, totalFen, fundPaidFen } = claims;
  return [
    ...heading('Claims of the month', '当月结算清单'),
    ...wrapped([
      `outpatient 门诊 ${grouped(outpatient)}`,
      `inpatient 住院 ${grouped(inpatient)}`,
      `with referral benefit 转诊待遇 ${grouped(referred)}`,
      `cost 总费用 ${formatYuan(totalFen)} yuan`,
      `paid by the fund 统筹支付 ${formatYuan(fundPaidFen)} yuan`,
    ]),
    ...heading('Money of the month (yuan)', '当月基金清算（元）'),
    ...pools.flatMap((pool) => poolLines(pool, scores, nameOf)),
    ...(faults.length === 0
      ? ['  Every fen is accounted for: allocated + withheld = fund / 分分对账，无差额']
      : faults.map((fault) => `  ✗ ${fault}`)),
  ];
}

function poolLines({ pool, clearing }: ShownMoney['pools'][number], scores: Circle['scores'], nameOf: NameOf): string[] {
  const who = `${pool.consortium} ${cut(nameOf(pool.consortium), nameWidth)}`;
  const insured = `insured residents 参保居民 ${grouped(pool.insuredCount)}`;
  if (!clearing) return wrapped([who, insured, 'not cleared: no points in the month 当月无分值，未清算']);
  const scoreOf = new Map(scores.map((line) => [line.institution, line.score]));
  const rows = clearing.statements.map(({ institution, points, shareFen, coefficient, fen }) => [
    institution,
    cut(nameOf(institution), nameWidth),
    points,
    formatYuan(shareFen),
    scoreOf.get(institution) ?? '-',
    coefficient,
    formatYuan(fen),
  ]);
  return [
    ...wrapped([
      who,
      insured,
      `fund 基金 ${formatYuan(clearing.fundFen)}`,
      `allocated 分配 ${formatYuan(clearing.allocatedFen)}`,
      `withheld by the assessment 考核扣留 ${formatYuan(clearing.withheldFen)}`,
    ]),
    ...table(statementColumns, rows),
  ];
}
