import { insuranceType } from '@yigongti/events';
import type { Fen } from '@yigongti/kernel';
import type { InstitutionStatement } from './statement-book.ts';

/** Text, a count, an amount, or nothing. */
type Cell = string | number | Fen | null;
type Column = readonly [head: string, cell: (statement: InstitutionStatement) => Cell];

const kinds = { MONTH: '月度', YEAR: '年度' };

/** The table of statements as an accountant reads it. Amounts in yuan; the column 本次支付 sums to what is due for the year. */
const columns: readonly Column[] = [
  ['类别', ({ kind }) => kinds[kind]],
  ['期间', ({ period }) => period],
  ['机构编码', ({ institutionCode }) => institutionCode],
  ['机构名称', ({ institutionNameZh }) => institutionNameZh],
  ['医共体', ({ consortiumCode }) => consortiumCode],
  ['险种', (statement) => insuranceType[statement.insuranceType].zh],
  ['清单与冲销数', ({ bookingCount }) => bookingCount],
  ['分值', ({ points }) => points],
  ['按分值分配(元)', ({ shareFen }) => shareFen],
  ['考核得分', ({ score }) => score],
  ['考核系数', ({ coefficient }) => coefficient],
  ['应付(元)', ({ dueFen }) => dueFen],
  ['考核扣留(元)', ({ withheldFen }) => withheldFen],
  ['各月已付(元)', ({ paidFen }) => paidFen],
  ['本次支付(元)', ({ paymentFen }) => paymentFen],
  ['清算日期', ({ clearedOn }) => clearedOn],
  ['清算批次', ({ runId }) => runId],
];

export const tableHead = columns.map(([head]) => head);

export function tableRow(statement: InstitutionStatement): Cell[] {
  return columns.map(([, cell]) => cell(statement));
}
