/** Prints every fault of every county that the repository ships, or of those named; exits 1 where there is one. */
import { checkCounty } from './check/check-county.ts';
import { countyNames, countyPath } from './profile/county-path.ts';

const names = process.argv.length > 2 ? process.argv.slice(2) : countyNames();
for (const name of names) {
  const faults = checkCounty(countyPath(name));
  console.log(`${name}: ${faults.length === 0 ? 'whole' : `${faults.length} fault(s)`}`);
  for (const { at, message } of faults) console.log(`  ${at}: ${message}`);
  if (faults.length > 0) process.exitCode = 1;
}
