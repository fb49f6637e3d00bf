import { countyPath, loadCounty } from '@yigongti/tool-counties';
import { generateResidents, type ResidentLine } from '@yigongti/tool-demo';

export interface People {
  readonly county: string;
  readonly seed: string;
  readonly residents: number;
}

/** The synthetic residents of a play, as they were registered. */
export function linesOf({ county, seed, residents }: People): ResidentLine[] {
  return [...generateResidents({ county: loadCounty(countyPath(county)), seed, residents })].map(({ line }) => line);
}

/** What must stand nowhere but in the registry's own tables. Names of two characters would be found in any Chinese text. */
export function personalDataOf(lines: readonly ResidentLine[]): string[] {
  const names = lines.map(({ name }) => name).filter((name) => name.length > 2);
  return [...new Set([...lines.flatMap(({ nationalId, phone }) => [nationalId, phone]), ...names])];
}

/** Those of the personal data that stand somewhere in the bytes. */
export function foundIn(texts: Iterable<string | Buffer>, personal: readonly string[]): string[] {
  const whole = Buffer.concat([...texts].map((text) => (typeof text === 'string' ? Buffer.from(text) : text)));
  return personal.filter((secret) => whole.includes(secret) || whole.includes(encodeURIComponent(secret)));
}
