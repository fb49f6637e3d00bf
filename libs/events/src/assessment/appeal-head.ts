import { codeOf, institutionCode, period, uuid } from '../fields.ts';

/** Carried by every event of an appeal: against which line of which result. */
export const appealHead = {
  appealId: uuid('Appeal (申诉)'),
  resultId: uuid('The result appealed against (考核结果)'),
  period: period('Its period (考核周期)'),
  institutionCode: institutionCode('Who appeals, against its own line (申诉机构)'),
  indicatorCode: codeOf('Indicator of the line (指标编码)'),
};
