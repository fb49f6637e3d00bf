import { dirname, join } from 'node:path';
import { lastDayOf, type BusinessDate } from '@yigongti/kernel';
import { z } from 'zod';
import { valuesOn } from './profile/dated-value.ts';
import { readDivisions, type Division } from './divisions/divisions.ts';
import { FaultyProfile } from './profile/fault.ts';
import { faultsOfIssues, loadProfile, type CountyProfile, type SectionName } from './profile/profile.ts';
import {
  assessmentSection,
  demoSection,
  registrySection,
  settlementSection,
  type DemoSection,
  type RegistrySection,
  type SettlementSection,
} from './profile/sections.ts';

/** A county as its files describe it, read as of the last day of the demo's month. */
export interface County {
  readonly profile: CountyProfile;
  readonly divisions: readonly Division[];
  readonly asOf: BusinessDate;
  readonly registry: RegistrySection;
  readonly settlement: SettlementSection;
  readonly assessment: z.output<typeof assessmentSection>;
  readonly demo: DemoSection;
}

/** Path of the county's divisions: in the folder of the county's name beside its profile. */
export function divisionsPath(profile: CountyProfile): string {
  return join(dirname(profile.path), profile.county, 'divisions.ndjson');
}

/** Last day of the month that the profile's demo plays. */
export function demoDay(profile: CountyProfile): BusinessDate {
  const month = (profile.sections.demo.month as { value?: unknown } | undefined)?.value;
  return lastDayOf(typeof month === 'string' ? month : '2026-06');
}

/**
 * Loads a county's profile and divisions. `checkCounty` says whether they fit each other.
 * @throws FaultyProfile
 */
export function loadCounty(path: string): County {
  const profile = loadProfile(path);
  const asOf = demoDay(profile);
  const read = <S extends z.ZodType>(name: SectionName, schema: S): z.output<S> => {
    const parsed = schema.safeParse(valuesOn(profile.sections[name], asOf));
    if (!parsed.success) throw new FaultyProfile(path, faultsOfIssues(parsed.error, `/${name}`));
    return parsed.data;
  };
  return {
    profile,
    asOf,
    divisions: readDivisions(divisionsPath(profile)),
    registry: read('registry', registrySection),
    settlement: read('settlement', settlementSection),
    assessment: read('assessment', assessmentSection),
    demo: read('demo', demoSection),
  };
}
