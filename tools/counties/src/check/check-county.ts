import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { groupCode, readDiagnosisFile, readGroupFile } from '../lines/catalogue-files.ts';
import { demoDay, divisionsPath } from '../county.ts';
import { valuesOn } from '../profile/dated-value.ts';
import { divisionFaults, parseDivisions, type Division } from '../divisions/divisions.ts';
import type { Fault } from '../profile/fault.ts';
import {
  ageBandsFault,
  benefitFaults,
  coefficientTableFaults,
  feeFaults,
  fundFaults,
  placeFaults,
  weightFaults,
} from './figure-rules.ts';
import { faultsOfIssues, readProfile, type CountyProfile, type SectionName } from '../profile/profile.ts';
import { assessmentSection, contractsSection, demoSection, registrySection, settlementSection } from '../profile/sections.ts';

/**
 * Checks a county's profile with its divisions and catalogues and reports every fault at once: frame, date and source of each value, sections,
 * then the rules that figures keep among themselves.
 */
export function checkCounty(path: string): Fault[] {
  const { profile, faults } = readProfile(path);
  if (!profile) return [...faults];
  const read = divisionsOf(profile);
  return [...faults, ...read.faults, ...registryFaults(profile, read.divisions), ...figureFaults(profile)];
}

function divisionsOf(profile: CountyProfile): { divisions: readonly Division[]; faults: readonly Fault[] } {
  try {
    const divisions = parseDivisions(readFileSync(divisionsPath(profile), 'utf8'));
    return { divisions, faults: divisionFaults(divisions, profile.divisionCode) };
  } catch (error) {
    return { divisions: [], faults: [{ at: 'divisions.ndjson', message: (error as Error).message }] };
  }
}

interface Reading<S> {
  readonly profile: CountyProfile;
  readonly name: SectionName;
  readonly schema: S;
}

/** The section's faults, or those that `rules` find in it. */
function sectionFaults<S extends z.ZodType>(
  { profile, name, schema }: Reading<S>,
  rules: (section: z.output<S>) => Fault[],
): Fault[] {
  const parsed = schema.safeParse(valuesOn(profile.sections[name], demoDay(profile)));
  return parsed.success ? rules(parsed.data) : faultsOfIssues(parsed.error, `/${name}`);
}

function registryFaults(profile: CountyProfile, divisions: readonly Division[]): Fault[] {
  return sectionFaults({ profile, name: 'registry', schema: registrySection }, (registry) => placeFaults(registry, divisions));
}

function figureFaults(profile: CountyProfile): Fault[] {
  return [
    ...sectionFaults({ profile, name: 'contracts', schema: contractsSection }, feeFaults),
    ...sectionFaults({ profile, name: 'settlement', schema: settlementSection }, ({ policies, catalogue }) => [
      ...policies.flatMap((policy, index) => fundFaults(policy, `/settlement/policies/${index}/fund`)),
      ...policies.flatMap((policy, index) => benefitFaults(policy, `/settlement/policies/${index}/benefit`)),
      ...catalogueFaults(),
      ...unknownGroups('/settlement/catalogue/primaryCareGroups', catalogue.primaryCareGroups),
    ]),
    ...sectionFaults({ profile, name: 'assessment', schema: assessmentSection }, ({ schemes, coefficientTable }) => [
      ...schemes.flatMap((scheme, index) => weightFaults(scheme, `/assessment/schemes/${index}`)),
      ...coefficientTableFaults(coefficientTable),
    ]),
    ...sectionFaults({ profile, name: 'demo', schema: demoSection }, (demo) => [
      ...ageBandsFault(demo),
      ...unknownGroups('/demo/primaryCases', demo.primaryCases),
    ]),
  ];
}

/** Codes stand once; every group has a diagnosis. */
function catalogueFaults(): Fault[] {
  const codes = readGroupFile().entries.map(groupCode);
  const keys = new Set(readDiagnosisFile().entries.map(({ code }) => code.slice(0, 5)));
  return [
    ...codes.flatMap((code, index) =>
      codes.indexOf(code) < index ? [{ at: `dip-groups.yaml ${code}`, message: 'stands twice' }] : [],
    ),
    ...codes.flatMap((code) =>
      keys.has(code.slice(0, 5)) ? [] : [{ at: `dip-groups.yaml ${code}`, message: 'has no diagnosis' }],
    ),
  ];
}

/** A profile names only groups that exist. */
function unknownGroups(at: string, named: readonly string[]): Fault[] {
  const codes = readGroupFile().entries.map(groupCode);
  return named.filter((code) => !codes.includes(code)).map((code) => ({ at, message: `${code} is not in the catalogue` }));
}
