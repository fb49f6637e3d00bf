import { readFileSync } from 'node:fs';
import { Profile } from '@yigongti/kernel';
import { parse } from 'yaml';
import { z } from 'zod';
import { ConfigRefused, parseAll } from '../config/faults.ts';
import { httpSectionSchema, type HttpSection } from './http-section.ts';

/** A county's profile as one service sees it. */
export class LoadedProfile extends Profile<unknown> {
  constructor(
    /** In `ce_source` of every event and in `version`. */
    readonly county: string,
    override readonly version: string,
    override readonly section: unknown,
    readonly http: HttpSection,
  ) {
    super();
  }
}

const headSchema = z.object({ county: z.string().min(1), version: z.string().min(1) });

/** `public-health` stands in the file as `publicHealth`. */
export function sectionNameOf(service: string): string {
  return service.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/**
 * Reads the county's file and hands out one service's section only.
 * @throws ConfigRefused with every fault of head, `http` and the section
 */
export function loadProfile(path: string, service: string, schema: z.ZodType): LoadedProfile {
  return profileFrom(readYaml(path), service, schema, path);
}

/** The same from parsed content, for specs. @throws ConfigRefused */
export function profileFrom(content: unknown, service: string, schema: z.ZodType, subject = 'county profile'): LoadedProfile {
  const name = sectionNameOf(service);
  const whole = z.object({ profile: headSchema, http: httpSectionSchema, [name]: schema });
  const parsed = parseAll(whole, content, subject) as { profile: z.output<typeof headSchema>; http: HttpSection } & Record<
    string,
    unknown
  >;
  const { county, version } = parsed.profile;
  return new LoadedProfile(county, `${county}-${version}`, parsed[name], parsed.http);
}

function readYaml(path: string): unknown {
  try {
    return parse(readFileSync(path, 'utf8'));
  } catch (error) {
    const en = `cannot be read: ${(error as Error).message.split('\n')[0]}`;
    throw new ConfigRefused(path, [{ at: 'COUNTY_PROFILE', zh: '无法读取县域配置文件', en }]);
  }
}
