import { isBusinessDate, type BusinessDate } from '@yigongti/kernel';
import type { Fault } from './fault.ts';

/** A figure of the county with the day it holds from and the text that sets it. */
export interface DatedValue {
  readonly value: unknown;
  readonly from: BusinessDate;
  readonly source: string;
}

/** How a source begins; what nobody wrote down says `assumption`, so that a county can list what it must still decide. */
export const sourcePrefixes = [
  'Changle 2023, ',
  'Deqing 2019, ',
  'Zhejiang 2017, ',
  'Shijiazhuang 2023, ',
  'Zhanggong 2020, ',
  'norm: ',
  'published: ',
  'assumption',
] as const;

type Tree = Readonly<Record<string, unknown>>;

const isTree = (node: unknown): node is Tree => typeof node === 'object' && node !== null && !Array.isArray(node);

export function isDatedValue(node: unknown): node is DatedValue {
  return isTree(node) && 'value' in node;
}

const isHistory = (node: unknown): node is DatedValue[] => Array.isArray(node) && node.length > 0 && node.every(isDatedValue);

/** Faults of every value below `node`; what stands under `identity` names a thing and is no figure, so it needs no source. */
export function faultsOfValues(node: unknown, at: string): Fault[] {
  if (isHistory(node)) return faultsOfHistory(node, at);
  if (isDatedValue(node)) return faultsOfOne(node, at);
  if (Array.isArray(node)) return node.flatMap((item, index) => faultsOfValues(item, `${at}/${index}`));
  if (!isTree(node)) return [{ at, message: 'stands without date and source' }];
  return Object.entries(node).flatMap(([key, child]) =>
    key === 'identity' ? fractions(child, `${at}/${key}`) : faultsOfValues(child, `${at}/${key}`),
  );
}

function faultsOfHistory(history: readonly DatedValue[], at: string): Fault[] {
  const unordered = history.findIndex((entry, index) => index > 0 && entry.from <= history[index - 1]!.from);
  return [
    ...history.flatMap((entry, index) => faultsOfOne(entry, `${at}/${index}`)),
    ...(unordered > 0 ? [{ at: `${at}/${unordered}`, message: 'must hold from a later day than the entry before it' }] : []),
  ];
}

function faultsOfOne(entry: DatedValue, at: string): Fault[] {
  const unknown = Object.keys(entry).filter((key) => !['value', 'from', 'source'].includes(key));
  const dated = typeof entry.from === 'string' && isBusinessDate(entry.from);
  const sourced = typeof entry.source === 'string' && sourcePrefixes.some((prefix) => entry.source.startsWith(prefix));
  return [
    ...(dated ? [] : [{ at: `${at}/from`, message: 'must be a date YYYY-MM-DD' }]),
    ...(sourced ? [] : [{ at: `${at}/source`, message: `must begin with one of: ${sourcePrefixes.join('| ')}` }]),
    ...unknown.map((key) => ({ at: `${at}/${key}`, message: 'is not a part of a dated value' })),
    ...fractions(entry.value, `${at}/value`),
  ];
}

/** Binary floats lose fen: a fraction is a decimal string. */
function fractions(node: unknown, at: string): Fault[] {
  if (typeof node === 'number') {
    return Number.isSafeInteger(node) ? [] : [{ at, message: 'a fraction is written as a decimal string' }];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, child]) => fractions(child, `${at}/${key}`));
}

/** The section with every dated value replaced by what holds on the day; a value that does not hold yet is left out. */
export function valuesOn(node: unknown, date: BusinessDate): unknown {
  if (isHistory(node)) return node.findLast((entry) => entry.from <= date)?.value;
  if (isDatedValue(node)) return node.from <= date ? node.value : undefined;
  if (Array.isArray(node)) return node.map((item) => valuesOn(item, date));
  if (!isTree(node)) return node;
  const held = Object.entries(node).map(([key, child]) => [key, valuesOn(child, date)] as const);
  return Object.fromEntries(held.filter(([, value]) => value !== undefined));
}

/** Source by JSON Pointer of every value that holds on the day. */
export function sourcesOn(node: unknown, date: BusinessDate, at = ''): Record<string, string> {
  if (isHistory(node)) {
    const held = node.findLast((entry) => entry.from <= date);
    return held ? { [at]: held.source } : {};
  }
  if (isDatedValue(node)) return node.from <= date ? { [at]: node.source } : {};
  if (typeof node !== 'object' || node === null) return {};
  return Object.assign({}, ...Object.entries(node).map(([key, child]) => sourcesOn(child, date, `${at}/${key}`)));
}
