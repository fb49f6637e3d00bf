import type { SettlementLevel } from '@yigongti/kernel';
import type { CatalogueEntry, CatalogueLine } from '@yigongti/tool-counties';
import type { HiddenTruth, Random } from '../county/index.ts';

/** What a stay or visit was for and what it cost, as the hospital's cashier knows it. */
export interface Case {
  readonly diagnosisCode: string;
  readonly operationCode: string | null;
  readonly totalFen: number;
  /** Parts outside the policy's scope: paid in full by the patient, over the price limit, first self-pay. */
  readonly ownPayFen: number;
  readonly overLimitFen: number;
  readonly preSelfPayFen: number;
}

interface Group {
  readonly diagnosisCode: string;
  readonly operationCode: string | null;
  readonly primaryCare: boolean;
  readonly attributes: CatalogueEntry['attributes'];
}

/** Cost of a stay in per cent of the mean of its group and level: most lie around it, a few far below and above. Assumption. */
const costBands = [
  { share: '0.03', from: 30, to: 49 },
  { share: '0.94', from: 65, to: 140 },
  { share: '0.03', from: 210, to: 320 },
] as const;
/** Fen of one visit. Assumption, after the mean cost of a visit in the national bulletin of 2023: about 350 yuan in hospitals, 90 in towns. */
const visitFen = { primary: { from: 2_500, to: 14_000 }, county: { from: 9_000, to: 55_000 } } as const;
/** Per cent of the cost outside the policy's scope, at most. Assumption. */
const outsideMax = { ownPay: 8, overLimit: 2, preSelfPay: 6 };

/** Draws cases out of the catalogues that the county is loaded with. */
export class CaseDraw {
  readonly #groups: readonly Group[];
  readonly #diagnoses: readonly string[];

  /** `primaryCases` are the groups that towns and villages treat themselves. */
  constructor(catalogues: readonly CatalogueLine[], primaryCases: readonly string[]) {
    const diagnoses = entriesOf(catalogues, 'DIAGNOSIS');
    this.#groups = entriesOf(catalogues, 'DIP').flatMap(({ code, attributes }) => {
      const diagnosis = diagnoses.find(({ attributes: { groupKey } }) => groupKey === attributes.diagnosis);
      if (!diagnosis) return [];
      const primaryCare = primaryCases.includes(code);
      return [{ diagnosisCode: diagnosis.code, operationCode: attributes.operation ?? null, primaryCare, attributes }];
    });
    this.#diagnoses = [...new Set(this.#groups.filter(({ primaryCare }) => primaryCare).map((group) => group.diagnosisCode))];
  }

  /** A stay at a level; a primary unit keeps to the groups of primary care. */
  stay(random: Random, truth: HiddenTruth, level: SettlementLevel): Case {
    const primary = level === 'TOWNSHIP' || level === 'LEVEL_1';
    const fitting = this.#groups.filter((group) => fits(group.diagnosisCode, truth) && (!primary || group.primaryCare));
    return this.#stayIn(random, random.pick(fitting), level);
  }

  /** A stay for a known diagnosis; of its groups any. */
  stayFor(random: Random, diagnosisCode: string, level: SettlementLevel): Case {
    const fitting = this.#groups.filter((group) => group.diagnosisCode === diagnosisCode);
    return this.#stayIn(random, random.pick(fitting), level);
  }

  visit(random: Random, truth: HiddenTruth, place: keyof typeof visitFen): Case {
    const diagnosisCode = random.pick(this.#diagnoses.filter((code) => fits(code, truth)));
    const { from, to } = visitFen[place];
    return priced(random, { diagnosisCode, operationCode: null }, random.int(from, to));
  }

  #stayIn(random: Random, group: Group, level: SettlementLevel): Case {
    const mean = Number(group.attributes[`meanCostFen.${level}`] ?? group.attributes.meanCostFen);
    const { from, to } = random.pickBy(costBands);
    const { diagnosisCode, operationCode } = group;
    return priced(random, { diagnosisCode, operationCode }, Math.trunc((mean * random.int(from, to)) / 100));
  }
}

function entriesOf(catalogues: readonly CatalogueLine[], code: string): readonly CatalogueEntry[] {
  return catalogues.find(({ catalogueCode }) => catalogueCode === code)?.entries ?? [];
}

function priced(random: Random, diagnosis: Pick<Case, 'diagnosisCode' | 'operationCode'>, totalFen: number): Case {
  const part = (max: number) => Math.trunc((totalFen * random.int(0, max)) / 100);
  const { ownPay, overLimit, preSelfPay } = outsideMax;
  return {
    ...diagnosis,
    totalFen,
    ownPayFen: part(ownPay),
    overLimitFen: part(overLimit),
    preSelfPayFen: part(preSelfPay),
  };
}

/** Who can have the disease at all: births are women's, the two programmes' diseases those who have them, others of no age. */
function fits(diagnosisCode: string, { sex, age, hypertensive, diabetic }: HiddenTruth): boolean {
  if (diagnosisCode.startsWith('O')) return sex === '2' && age >= 20 && age <= 42;
  if (diagnosisCode.startsWith('I10')) return hypertensive;
  if (diagnosisCode.startsWith('E11')) return diabetic;
  const ofAge = ['I', 'H25', 'J44', 'S72', 'M51', 'K80'].some((prefix) => diagnosisCode.startsWith(prefix));
  return !ofAge || age >= 45;
}
