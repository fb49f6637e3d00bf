import { Decimal } from '../decimal.ts';
import { fenToJson, type Fen } from '../money.ts';

/** A figure as JSON carries it: fen and counts as integers, other figures as decimal strings. */
export type Figure = string | number | boolean | null;

/** A rule that a result may rest on, with its words for people. */
export interface ExplainedRule {
  /** Stable: `<service>.<noun>.<rule>`, for example `settlement.benefit.deductible`. */
  readonly rule: string;
  readonly titleZh: string;
  readonly titleEn: string;
}

/** One step on the way to a result: which rule made which value from which inputs. Stored with the result, in order. */
export interface ExplanationStep extends ExplainedRule {
  readonly inputs: Readonly<Record<string, Figure>>;
  readonly value: Figure;
  /** What decided, with its version: `policy 370725-RESIDENT@1`, `catalogue DIP-GROUP@1`. */
  readonly basis: string;
}

/** What a step may be made of: fen and exact decimals besides what JSON knows. */
export type Explainable = Figure | Fen | Decimal;

/** Makes a step: `explain(rules.deductible, { levelFen: 20000n }, 20000n)`. */
export type Explain = (rule: ExplainedRule, inputs: Record<string, Explainable>, value: Explainable) => ExplanationStep;

/** Steps that all rest on one basis. */
export function explainBy(basis: string): Explain {
  return ({ rule, titleZh, titleEn }, inputs, value) => {
    const told = Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, figure(input)]));
    return { rule, titleZh, titleEn, basis, inputs: told, value: figure(value) };
  };
}

function figure(value: Explainable): Figure {
  if (typeof value === 'bigint') return fenToJson(value);
  return Decimal.isDecimal(value) ? (value as Decimal).toFixed() : (value as Figure);
}
