import { fenToJson, type Fen, type Json } from '@yigongti/kernel';
import type { BenefitRow, ReferralPenalty } from './domain/benefit/benefit-terms.ts';
import type { PolicyTerms } from './domain/policy-terms.ts';

/** Terms as JSON has them: fen as integers. */
export type InJson<T> = T extends Fen
  ? number
  : T extends readonly (infer Item)[]
    ? readonly InJson<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: InJson<T[Key]> }
      : T;

/** A policy package as the county sends, keeps and shows it. */
export type PolicyPackage = InJson<PolicyTerms>;

export function toTerms(pack: PolicyPackage): PolicyTerms {
  const { fund, benefit } = pack;
  return {
    ...pack,
    fund: {
      ...fund,
      sources: fund.sources.map((source) => ({ ...source, perPersonFen: BigInt(source.perPersonFen) })),
      perPersonFen: BigInt(fund.perPersonFen),
      bigIllnessPremiumFen: BigInt(fund.bigIllnessPremiumFen),
      carveOuts: fund.carveOuts.map((item) => ({ ...item, fen: BigInt(item.fen) })),
    },
    benefit: {
      ...benefit,
      inpatient: benefit.inpatient.map(toRow),
      outpatient: benefit.outpatient.map(toRow),
      referralPenalty: toPenalty(benefit.referralPenalty),
      annualCapFen: BigInt(benefit.annualCapFen),
    },
  };
}

function toRow(row: InJson<BenefitRow>): BenefitRow {
  return { ...row, deductibleFen: BigInt(row.deductibleFen) };
}

function toPenalty(penalty: InJson<ReferralPenalty>): ReferralPenalty {
  return penalty.mode === 'SEPARATE_ROW' ? { ...penalty, deductibleFen: BigInt(penalty.deductibleFen) } : penalty;
}

/** Terms as plain JSON: what is stored, shown and digested. */
export function toPackage(terms: PolicyTerms): PolicyPackage {
  return plain(terms) as PolicyPackage;
}

export function plain(value: unknown): Json {
  if (typeof value === 'bigint') return fenToJson(value);
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return (value ?? null) as Json;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return Object.fromEntries(fields.map(([name, field]) => [name, plain(field)]));
}
