import { codesOf, settlementLevel } from '@yigongti/events';
import { decimal, type DecimalInput } from '@yigongti/kernel';
import type { Division } from '../divisions/divisions.ts';
import type { Fault } from '../profile/fault.ts';
import type { BenefitRow, DemoSection, PolicyBlock, RegistrySection, SchemeBlock } from '../profile/sections.ts';

const sum = (values: readonly DecimalInput[]) =>
  values.reduce((running: ReturnType<typeof decimal>, value) => running.plus(value), decimal(0));

/** Weights of a scheme sum to 100 exactly, or publishing would be refused. */
export function weightFaults({ items }: SchemeBlock, at: string): Fault[] {
  const total = sum(items.map(({ weight }) => weight));
  return total.equals(100) ? [] : [{ at: `${at}/items`, message: `weights sum to ${total.toFixed()}, not to 100` }];
}

/** The parts of the funding are the funding; what is held back leaves something to pay with. */
export function fundFaults({ fund }: PolicyBlock, at: string): Fault[] {
  const held = decimal(fund.riskReserveRatio).plus(fund.adjustmentReserveRatio);
  const total = sum(fund.sources.map(({ perPersonFen }) => perPersonFen));
  return [
    ...(held.lessThan(1)
      ? []
      : [{ at, message: `riskReserveRatio and adjustmentReserveRatio take ${held.toFixed()} of the budget` }]),
    ...(total.equals(fund.perPersonFen)
      ? []
      : [{ at: `${at}/perPersonFen`, message: `is ${fund.perPersonFen}, its sources sum to ${total.toFixed()}` }]),
  ];
}

/** Levels from the ground up; a village clinic has no beds. */
const levels = codesOf(settlementLevel);
const levelsWithBeds = levels.filter((level) => level !== 'VILLAGE');

/** One row a level; a higher level never pays more and never has the lower deductible (Changle 2023, 四(六); Zhejiang 2017, 二(五)). */
export function benefitFaults({ benefit }: PolicyBlock, at: string): Fault[] {
  return [
    ...tableFaults(benefit.inpatient, levelsWithBeds, `${at}/inpatient`),
    ...tableFaults(benefit.outpatient, levels, `${at}/outpatient`),
  ];
}

function tableFaults(rows: readonly BenefitRow[], wanted: readonly string[], at: string): Fault[] {
  const ordered = wanted.flatMap((level) => rows.filter((row) => row.level === level));
  if (ordered.length !== wanted.length || rows.length !== wanted.length) {
    return [{ at, message: `must have one row for each of ${wanted.join(', ')}` }];
  }
  return ordered
    .slice(1)
    .flatMap((row, index) => [
      ...(decimal(row.ratio).greaterThan(ordered[index]!.ratio)
        ? [{ at, message: `${row.level} pays ${row.ratio}, more than ${ordered[index]!.level} with ${ordered[index]!.ratio}` }]
        : []),
      ...(row.deductibleFen < ordered[index]!.deductibleFen
        ? [{ at, message: `${row.level} has a lower deductible than ${ordered[index]!.level}` }]
        : []),
    ]);
}

/** Every score finds its row: bounds fall, the last is 0. */
export function coefficientTableFaults(rows: readonly { from: string }[]): Fault[] {
  const at = '/assessment/coefficientTable';
  const falling = rows.every(({ from }, index) => index === 0 || decimal(from).lessThan(rows[index - 1]!.from));
  return [
    ...(falling ? [] : [{ at, message: 'bounds must fall from row to row' }]),
    ...(rows.at(-1)?.from === '0' ? [] : [{ at, message: 'the last row must begin at 0' }]),
  ];
}

/** The parts of the contract fee are the fee, to the fen. */
export function feeFaults({ feeFen, feeSplitFen }: { feeFen: number; feeSplitFen: Record<string, number> }): Fault[] {
  const total = sum(Object.values(feeSplitFen));
  return total.equals(feeFen)
    ? []
    : [{ at: '/contracts/feeSplitFen', message: `sums to ${total.toFixed()}, the fee is ${feeFen}` }];
}

/** Bands follow each other without gap and hold everybody. */
export function ageBandsFault({ ageBands }: DemoSection): Fault[] {
  const at = '/demo/ageBands';
  const total = sum(ageBands.map(({ share }) => share));
  const whole = ageBands.every(({ from, to }, index) => from === (index === 0 ? 0 : ageBands[index - 1]!.to + 1) && to >= from);
  return [
    ...(whole ? [] : [{ at, message: 'must follow each other from age 0 without a gap' }]),
    ...(total.equals(1) ? [] : [{ at, message: `shares sum to ${total.toFixed()}, not to 1` }]),
  ];
}

/** One health bureau at the root; every town in one consortium and with an English name; every consortium led by one of its hospitals. */
export function placeFaults(registry: RegistrySection, divisions: readonly Division[]): Fault[] {
  const { consortia, countyInstitutions, townNamesEn } = registry;
  const roots = countyInstitutions.filter(({ kind }) => kind === 'HEALTH_BUREAU').length;
  const towns = divisions.filter(({ kind }) => kind === 'TOWN').map(({ code }) => code);
  const joined = consortia.flatMap((consortium) => consortium.towns);
  const serials = [...consortia, ...countyInstitutions].map(({ serial }) => serial);
  return [
    ...(roots === 1 ? [] : [{ at: '/registry/countyInstitutions', message: `has ${roots} health bureaus instead of one` }]),
    ...serials
      .filter((serial, index) => serials.indexOf(serial) < index)
      .map((serial) => ({ at: '/registry', message: `serial ${serial} stands twice` })),
    ...towns.flatMap((town) => townFaults(town, joined.filter((code) => code === town).length, townNamesEn)),
    ...joined
      .filter((town) => !towns.includes(town))
      .map((town) => ({ at: '/registry/consortia', message: `${town} is not a town of the county` })),
    ...consortia
      .filter(({ serial, lead }) => !countyInstitutions.some((one) => one.serial === lead && one.consortium === serial))
      .map(({ serial, lead }) => ({ at: '/registry/consortia', message: `${lead} leads ${serial} without being its member` })),
  ];
}

function townFaults(town: string, memberships: number, townNamesEn: Readonly<Record<string, string>>): Fault[] {
  return [
    ...(memberships === 1
      ? []
      : [{ at: '/registry/consortia', message: `town ${town} is in ${memberships} consortia instead of one` }]),
    ...(townNamesEn[town] ? [] : [{ at: '/registry/townNamesEn', message: `town ${town} has no English name` }]),
  ];
}
