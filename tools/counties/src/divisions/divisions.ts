import { readFileSync } from 'node:fs';
import { compareKeys } from '@yigongti/kernel';
import type { Fault } from '../profile/fault.ts';

export type DivisionKind = 'COUNTY' | 'TOWN' | 'VILLAGE';

/** A place by GB/T 2260 and GB/T 10114: 6 digits of the county, 9 of the town, 12 of the village. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly kind: DivisionKind;
  readonly parent: string | null;
}

const digits: Record<DivisionKind, number> = { COUNTY: 6, TOWN: 9, VILLAGE: 12 };

export function parseDivisions(ndjson: string): Division[] {
  return ndjson
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Division);
}

export function readDivisions(path: string): Division[] {
  return parseDivisions(readFileSync(path, 'utf8'));
}

export function formatDivisions(divisions: readonly Division[]): string {
  const sorted = [...divisions].sort((a, b) => compareKeys(a.code, b.code));
  return sorted.map(({ code, name, kind, parent }) => `${JSON.stringify({ code, name, kind, parent })}\n`).join('');
}

/** Whether the file is one whole tree: one county, towns under it, villages under towns, every code once. */
export function divisionFaults(divisions: readonly Division[], countyCode: string): Fault[] {
  const byCode = new Map(divisions.map((division) => [division.code, division]));
  const seen = new Set<string>();
  const faults = divisions.flatMap((division) => {
    const repeated = seen.has(division.code);
    seen.add(division.code);
    return [...(repeated ? ['stands twice'] : []), ...placeFaults(division, byCode, countyCode)].map((message) => ({
      at: `divisions.ndjson ${division.code}`,
      message,
    }));
  });
  const counties = divisions.filter(({ kind }) => kind === 'COUNTY').length;
  return counties === 1 ? faults : [...faults, { at: 'divisions.ndjson', message: `has ${counties} counties instead of one` }];
}

const parentKind: Record<DivisionKind, DivisionKind | null> = { COUNTY: null, TOWN: 'COUNTY', VILLAGE: 'TOWN' };

function placeFaults(division: Division, byCode: ReadonlyMap<string, Division>, countyCode: string): string[] {
  const { code, kind, name, parent } = division;
  const parentOk = parent === null ? kind === 'COUNTY' : byCode.get(parent)?.kind === parentKind[kind] && code.startsWith(parent);
  return [
    ...(code.startsWith(countyCode) ? [] : [`is not in county ${countyCode}`]),
    ...(new RegExp(`^\\d{${digits[kind] ?? 0}}$`).test(code) ? [] : [`is not the code of a ${kind}`]),
    ...(parentOk ? [] : [`has no parent of the right kind (${parent})`]),
    ...(name ? [] : ['has no name']),
  ];
}
