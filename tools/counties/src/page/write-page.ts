/** Writes `docs/counties.md`; with `--check` it only says whether the page is up to date and exits 1 where it is not. */
import { readFileSync, writeFileSync } from 'node:fs';
import { pagePath, pageOfAll } from './page-file.ts';

const page = pageOfAll();
if (!process.argv.includes('--check')) writeFileSync(pagePath, page);
else if (readFileSync(pagePath, 'utf8') !== page) {
  console.error('docs/counties.md is out of date: npm run write -w tools/counties');
  process.exitCode = 1;
}
