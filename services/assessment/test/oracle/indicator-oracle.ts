import {
  addDays,
  ageAt,
  businessDateOf,
  daysBetween,
  decimal,
  lastDayOf,
  monthOf,
  type BusinessDate,
  type DecimalInput,
  type Month,
} from '@yigongti/kernel';
import type { IndicatorCode } from '../../src/indicator/domain/indicator-definition.ts';
import type { ControlTerms, IndicatorTerms } from '../../src/indicator/domain/indicator-terms.ts';
import { county, type Facts } from './facts.ts';

export interface OracleCount {
  readonly unit: string | null;
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/** One fact that counts: whose it is, and what it adds. */
interface Counting {
  readonly institutions: readonly string[];
  readonly numerator: bigint;
  readonly denominator: DecimalInput;
  /** The county counts it although nobody knows whose it is. */
  readonly isCountys?: true;
}

export interface Asked {
  readonly facts: Facts;
  readonly month: Month;
  readonly terms: IndicatorTerms;
}

interface Question extends Asked {
  readonly lastDay: BusinessDate;
}

const one = (holds: boolean) => (holds ? 1n : 0n);

/** What each indicator counts, as its definition says it, one fact after the other. */
const definitions: Readonly<Record<IndicatorCode, (question: Question) => Counting[]>> = {
  'REF-RATIO': ({ facts, month }) =>
    facts.referrals
      .filter(({ direction, arrivedOn }) => direction !== 'LATERAL' && arrivedOn !== null && monthOf(arrivedOn) === month)
      .map(({ direction, from, to }) => ({
        institutions: [from, to],
        numerator: one(direction === 'DOWN'),
        denominator: one(direction === 'UP'),
      })),
  'REF-LOOP': ({ facts, month, terms }) =>
    facts.referrals
      .filter(({ direction, arrivedOn }) => direction === 'UP' && arrivedOn !== null && monthOf(arrivedOn) === month)
      .map(({ from, to, arrivedOn, closedOn, cause }) => {
        const inTime = closedOn !== null && daysBetween(arrivedOn!, closedOn) <= terms.loopDays;
        return { institutions: [from, to], numerator: one(inTime && cause === 'FOLLOW_UP_DONE'), denominator: 1n };
      }),
  'REF-REPLY': ({ facts, month, terms }) =>
    facts.replies.flatMap(({ to, urgency, sentAt, answer }) => {
      if (sentAt === null || monthOf(businessDateOf(sentAt)) !== month) return [];
      const inTime = answer !== null && answer.afterMinutes <= terms.replyMinutes[urgency];
      return [{ institutions: [to], numerator: one(inTime), denominator: 1n }];
    }),
  'VIS-PRIM-A': ({ facts, month }) =>
    facts.visits
      .filter((visit) => facts.visits.every((other) => other.visit !== visit.visit || other.version <= visit.version))
      .filter(({ kind, outOfCounty, happenedOn }) => kind !== 'DISCHARGE' && !outOfCounty && monthOf(happenedOn) === month)
      .flatMap(({ institution, resident }) => {
        const place = county.find(({ code }) => code === institution);
        if (!place) return [];
        const home = resident === null ? undefined : facts.residents[resident]?.home;
        const counting = { numerator: one(place.level !== 'COUNTY'), denominator: 1n, isCountys: true as const };
        return [{ institutions: home === undefined ? [] : [home], ...counting }];
      }),
  'CON-COV': (question) => contracted(question, () => true),
  'CON-PRIO': (question) => contracted(question, (index) => isOfPriority(question, index)),
  'COST-IP': ({ facts, month }) =>
    facts.claims
      .filter((claim) => facts.claims.every((other) => !isSameList(claim, other) || other.listVersion <= claim.listVersion))
      .filter(({ visitKind, dischargedOn }) => visitKind === 'INPATIENT' && monthOf(dischargedOn) === month)
      .map(({ institution, totalFen }) => ({ institutions: [institution], numerator: BigInt(totalFen), denominator: 1n })),
  'PH-HTN-M': (question) => [
    ...question.facts.enrolments.flatMap(({ programme, institution }, index) =>
      programme === 'HTN' && isInCare(question, index) ? [{ institutions: [institution], numerator: 1n, denominator: 0 }] : [],
    ),
    ...question.facts.residents.flatMap(({ home, birthDate }, index) => {
      if (!isResident(question, index)) return [];
      const age = ageAt(birthDate, question.lastDay);
      const share = question.terms.hypertensionPrevalence.filter(({ ageFrom }) => ageFrom <= age).at(-1)?.share;
      return share === undefined ? [] : [{ institutions: [home], numerator: 0n, denominator: share }];
    }),
  ],
  'PH-HTN-C': (question) => controlled(question, 'HTN', question.terms.hypertensionControl),
  'PH-DM-C': (question) => controlled(question, 'T2DM', question.terms.diabetesControl),
};

function contracted(question: Question, counts: (index: number) => boolean): Counting[] {
  return question.facts.residents.flatMap((resident, index) =>
    isResident(question, index) && counts(index)
      ? [{ institutions: [resident.home], numerator: one(hasContract(question, index)), denominator: 1n }]
      : [],
  );
}

function controlled(question: Question, programme: 'HTN' | 'T2DM', terms: ControlTerms): Counting[] {
  return question.facts.enrolments.flatMap((enrolment, index) => {
    if (enrolment.programme !== programme || !isInCare(question, index)) return [];
    const last = lastReading(question, index, terms.readingDays);
    if (last === null && !terms.lostIsUncontrolled) return [];
    return [{ institutions: [enrolment.institution], numerator: one(last === true), denominator: 1n }];
  });
}

/** The counts of every unit that has a fact, by code, and of the county, first. */
export function countByDefinition(code: IndicatorCode, asked: Asked): OracleCount[] {
  const counting = definitions[code]({ ...asked, lastDay: lastDayOf(asked.month) });
  const placed = counting.map((fact) => ({ ...fact, units: [...new Set(fact.institutions.flatMap(unitOf))] }));
  const units = [...new Set(placed.flatMap(({ units }) => units))].sort();
  const sumOver = (unit: string | null, own: readonly Counting[]) => ({
    unit,
    numerator: own.reduce((sum, { numerator }) => sum + numerator, 0n),
    denominator: wholePersons(own.map(({ denominator }) => denominator)),
  });
  return [
    sumOver(
      null,
      placed.filter((fact) => fact.isCountys || fact.units.length > 0),
    ),
    ...units.map((unit) =>
      sumOver(
        unit,
        placed.filter((fact) => fact.units.includes(unit)),
      ),
    ),
  ];
}

/** Estimates are rounded half up, each sum once. */
function wholePersons(shares: readonly DecimalInput[]): bigint {
  const sum = shares.reduce((running: ReturnType<typeof decimal>, share) => running.plus(share), decimal(0));
  return BigInt(sum.toDecimalPlaces(0).toFixed());
}

/** A clinic counts with its township; nobody knows where an unknown institution, or a clinic of an unknown township, belongs. */
function unitOf(code: string): string[] {
  const institution = county.find((candidate) => candidate.code === code);
  if (!institution) return [];
  return institution.level === 'VILLAGE' ? unitOf(institution.parentCode ?? '') : [code];
}

function isSameList(a: Facts['claims'][number], b: Facts['claims'][number]): boolean {
  return a.institution === b.institution && a.listNo === b.listNo;
}

function isResident({ facts, lastDay }: Question, index: number): boolean {
  const { birthDate, registeredOn, diedOn, movedOutOn, merged } = facts.residents[index]!;
  const isGone = [diedOn, movedOutOn].some((day) => day !== null && day <= lastDay);
  return birthDate <= lastDay && registeredOn <= lastDay && !isGone && !merged;
}

function isOfPriority(question: Question, index: number): boolean {
  const { facts, lastDay, terms } = question;
  const age = ageAt(facts.residents[index]!.birthDate, lastDay);
  const byAge = terms.priorityAgeGroups.some(({ ageFrom, ageTo }) => age >= ageFrom && (ageTo === null || age <= ageTo));
  return byAge || facts.enrolments.some(({ resident }, enrolment) => resident === index && isInCare(question, enrolment));
}

function hasContract({ facts, lastDay }: Question, index: number): boolean {
  return facts.contracts.some(
    ({ resident, startsOn, endsOn, terminatedOn }) =>
      resident === index && startsOn <= lastDay && endsOn >= lastDay && (terminatedOn === null || terminatedOn > lastDay),
  );
}

function isInCare({ facts, lastDay }: Question, index: number): boolean {
  const { enrolledOn, closedOn } = facts.enrolments[index]!;
  return enrolledOn <= lastDay && (closedOn === null || closedOn > lastDay);
}

/** Whether the last reading was at target; of one day the later follow-up counts. Null: lost. */
function lastReading({ facts, lastDay }: Question, index: number, readingDays: number): boolean | null {
  const since = addDays(lastDay, -readingDays);
  let last: { on: BusinessDate; controlled: boolean } | null = null;
  for (const { enrolment, completedOn, controlled } of facts.readings) {
    if (enrolment !== index || controlled === null || completedOn > lastDay || completedOn <= since) continue;
    if (last === null || completedOn >= last.on) last = { on: completedOn, controlled };
  }
  return last?.controlled ?? null;
}
