import { readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { z } from 'zod';
import { timeZone } from '@yigongti/kernel';
import { faultsOfValues } from './dated-value.ts';
import { FaultyProfile, type Fault } from './fault.ts';

/** One section for what all services share, one for each service, one for the synthetic people of the demo. */
export const sectionNames = [
  'http',
  'registry',
  'contracts',
  'referrals',
  'publicHealth',
  'settlement',
  'assessment',
  'demo',
] as const;
export type SectionName = (typeof sectionNames)[number];

const head = z.strictObject({
  county: z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'must be the county in lower case, the name of the file'),
  version: z.string().regex(/^\d{4}\.\d+$/, 'must be year and number, "2026.1"'),
  nameZh: z.string().min(1),
  nameEn: z.string().min(1),
  divisionCode: z.string().regex(/^[1-9]\d{5}$/, 'must be the six digits of the county (GB/T 2260)'),
  timeZone: z.literal(timeZone),
});

const section = z.record(z.string(), z.unknown());

const frame = z.strictObject({
  profile: head,
  ...(Object.fromEntries(sectionNames.map((name) => [name, section])) as Record<SectionName, typeof section>),
});

/** A county's profile as the file has it: dated values unopened, since each service opens its own section. */
export interface CountyProfile extends z.output<typeof head> {
  readonly path: string;
  readonly sections: Readonly<Record<SectionName, Readonly<Record<string, unknown>>>>;
}

export interface ReadProfile {
  /** Null when the frame is not whole. */
  readonly profile: CountyProfile | null;
  readonly faults: readonly Fault[];
}

/** Faults of a Zod refusal, each with its JSON Pointer below `at`. */
export function faultsOfIssues(error: z.ZodError, at = ''): Fault[] {
  return error.issues.map(({ path, message }) => ({ at: [at, ...path.map(String)].join('/') || '/', message }));
}

/** Reads the file and checks its frame: the head, the sections, date and source of every value. */
export function readProfile(path: string): ReadProfile {
  const document = parseDocument(readFileSync(path, 'utf8'));
  if (document.errors.length > 0) {
    return { profile: null, faults: document.errors.map(({ message }) => ({ at: '/', message: message.split('\n')[0]! })) };
  }
  const raw: unknown = document.toJS();
  const parsed = frame.safeParse(raw);
  const faults = [...(parsed.success ? [] : faultsOfIssues(parsed.error)), ...valueFaults(raw)];
  if (!parsed.success) return { profile: null, faults };
  const { profile, ...sections } = parsed.data;
  return { profile: { ...profile, path, sections }, faults };
}

function valueFaults(raw: unknown): Fault[] {
  if (typeof raw !== 'object' || raw === null) return [];
  return Object.entries(raw).flatMap(([name, content]) => (name === 'profile' ? [] : faultsOfValues(content, `/${name}`)));
}

/**
 * Loads a county's profile.
 * @throws FaultyProfile with every fault of its frame
 */
export function loadProfile(path: string): CountyProfile {
  const { profile, faults } = readProfile(path);
  if (!profile || faults.length > 0) throw new FaultyProfile(path, faults);
  return profile;
}
