import type { Division, DivisionKind } from './divisions.ts';

/** A line of the package's `areas.csv`, `streets.csv` or `villages.csv`; the further columns repeat the code's own parts. */
export interface PackageRow {
  readonly code: string;
  readonly name: string;
}

/** @throws Error when the line is not `code,"name",…` */
export function parseRow(line: string): PackageRow {
  const [, code, name] = /^(\d+),"([^"]+)",/.exec(line) ?? [];
  if (!code || !name) throw new Error(`not a line of a division: ${line}`);
  return { code, name };
}

const kinds: Record<number, DivisionKind> = { 6: 'COUNTY', 9: 'TOWN', 12: 'VILLAGE' };

/** The rows of one county; the parent of a place is its code without the last three digits. */
export function divisionsFromRows(rows: readonly PackageRow[], countyCode: string): Division[] {
  return rows
    .filter(({ code }) => code.startsWith(countyCode))
    .map(({ code, name }) => {
      const kind = kinds[code.length];
      if (!kind) throw new Error(`${code} ${name}: a division has 6, 9 or 12 digits`);
      return { code, name, kind, parent: kind === 'COUNTY' ? null : code.slice(0, -3) };
    });
}
