import { resolve } from 'node:path';
import { divisionsPath } from '../county.ts';
import { readDivisions } from '../divisions/divisions.ts';
import { countyNames, countyPath } from '../profile/county-path.ts';
import { loadProfile } from '../profile/profile.ts';
import { countiesPage } from './counties-page.ts';

export const pagePath = resolve(import.meta.dirname, '../../../../docs/counties.md');

/** The page as the profiles of this repository say it. */
export function pageOfAll(): string {
  const profiles = countyNames().map((name) => loadProfile(countyPath(name)));
  return countiesPage(profiles.map((profile) => ({ profile, divisions: readDivisions(divisionsPath(profile)) })));
}
