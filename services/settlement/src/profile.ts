import { dated } from '@yigongti/service-host';
import { z } from 'zod';

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/);
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const fen = z.int().min(0);
const decimalText = z.string().regex(/^\d{1,20}(\.\d{1,12})?$/, 'must be a decimal string');
const share = decimalText.refine((text) => /^(0|1(\.0+)?$|0\.)/.test(text), 'must be a share between 0 and 1');
const level = z.enum(['VILLAGE', 'TOWNSHIP', 'LEVEL_1', 'LEVEL_2', 'LEVEL_3']);
const visitScope = { levels: z.array(level), visitKinds: z.array(z.enum(['INPATIENT', 'OUTPATIENT'])) };
const benefitRows = z.array(z.strictObject({ level, deductibleFen: fen, ratio: share })).min(1);

const fund = z.strictObject({
  sources: dated(z.array(z.strictObject({ code, perPersonFen: fen })).min(1)).describe('Funding per person by source (筹资标准)'),
  perPersonFen: dated(fen).describe('Its sum, fen (合计)'),
  bigIllnessPremiumFen: dated(fen).describe('Big-illness premium per person, fen (大病保险资金)'),
  riskReserveRatio: dated(share).describe('Share held back (风险金)'),
  adjustmentReserveRatio: dated(share).describe('Share held back (调剂金)'),
  carveOuts: dated(z.array(z.strictObject({ code, fen }))).describe('Amounts of the year outside the package, fen (打包外项目)'),
});

const benefit = z.strictObject({
  inpatient: dated(benefitRows).describe('Stays by level (住院待遇)'),
  outpatient: dated(benefitRows).describe('Visits by level (门诊待遇)'),
  deductibleMode: dated(z.enum(['PER_STAY', 'PER_YEAR'])).describe('How deductibles count (起付线计算方式)'),
  deductibleContinues: dated(z.boolean()).describe('Whether they continue through linked stays (起付线连续计算)'),
  referralPenalty: dated(
    z.discriminatedUnion('mode', [
      z.strictObject({ mode: z.literal('RATIO_POINTS'), points: share, ...visitScope }),
      z.strictObject({ mode: z.literal('SEPARATE_ROW'), deductibleFen: fen, ratio: share, ...visitScope }),
      z.strictObject({ mode: z.literal('PRE_SELF_PAY'), share, ...visitScope }),
    ]),
  ).describe('What going without a referral costs (未转诊差别支付)'),
  contractBonus: dated(z.strictObject({ points: share, ...visitScope })).describe('Ratio added by a contract (签约提高的比例)'),
  annualCapFen: dated(fen).describe('Yearly cap of the basic fund, fen (封顶线)'),
});

const points = z.strictObject({
  catalogueCode: dated(code).describe('Catalogue of groups (病种目录)'),
  catalogueVersion: dated(z.int().min(1)).describe('Its version (目录版本)'),
  coefficients: dated(z.array(z.strictObject({ level, coefficient: decimalText }))).describe('By level (机构系数)'),
  deviation: dated(
    z.strictObject({
      low: decimalText,
      lowInclusive: z.boolean(),
      high: decimalText,
      highInclusive: z.boolean(),
      extreme: decimalText,
      coefficientApplies: z.boolean(),
    }),
  ).describe('Limits of cost / mean (费用偏差)'),
  ungroupedPoints: dated(decimalText).describe('Points of a stay without a group (未入组分值)'),
  decimalPlaces: dated(z.int().min(0).max(8)).describe('Decimals of a score (分值小数位)'),
});

const policy = z.strictObject({
  identity: z.strictObject({
    policyCode: code,
    insuranceType: z.enum(['RESIDENT', 'EMPLOYEE']),
    year: z.int(),
    effectiveFrom: day,
    effectiveTo: day,
  }),
  fund,
  benefit,
  points,
});

/** Section `settlement` of the county profile. The packages are published through `POST policies`; here their shape is held. */
export const settlementProfile = z.looseObject({
  assessmentEffect: dated(z.enum(['SAME_MONTH', 'NONE'])).describe(
    'Whether the frozen assessment of a month changes its money (月度考核挂钩)',
  ),
  yearAssessment: dated(
    z.strictObject({ by: z.enum(['YEAR_RESULT', 'MONTH_RESULTS', 'NONE']), decimalPlaces: z.int().min(0).max(12) }),
  ).describe('What the coefficients of a year rest on, and the decimals of one that is computed from the months (年度考核挂钩)'),
  policies: z.array(policy),
});

export type SettlementProfile = z.output<typeof settlementProfile>;
