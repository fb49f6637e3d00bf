import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IForbiddenRuleType } from 'dependency-cruiser';
import { constraints } from './rules/constraints.ts';
import { cruiseTree } from './cruise.ts';
import { featureNameFindings } from './feature-names.ts';
import { sortFindings, type Finding } from './finding.ts';
import { libraryRules } from './rules/library-rules.ts';
import { nestNameFindings } from './nest-names.ts';
import type { Project } from './projects.ts';
import { ringRules } from './rules/ring-rules.ts';
import { roomFindings } from './rooms.ts';
import { tagRules } from './rules/tag-rules.ts';

/** The rules that the cruiser does not carry, with the reason it prints for its own. */
const ownRules: Readonly<Record<string, string>> = {
  'use-case-nest-names': 'a use case takes Injectable from @nestjs/common and nothing else',
  'feature-index-names':
    'another feature has use cases, ports and domain to offer; its edges and its persistence are for the composition root',
  'known-room': 'source of a service lies in src, src/<feature>, or its domain and persistence; elsewhere no rule would see it',
};

export function cruiserRules(projects: readonly Project[]): IForbiddenRuleType[] {
  return [...tagRules(projects, constraints), ...libraryRules, ...ringRules];
}

/** Every rule by name, with the sentence that a reader of a finding needs. */
export function ruleReasons(projects: readonly Project[]): Map<string, string> {
  const named = cruiserRules(projects).map((rule) => [rule.name ?? '', rule.comment ?? ''] as const);
  return new Map([...named, ...Object.entries(ownRules)]);
}

/** All broken boundaries of a tree laid out like the repository; empty when it is clean. */
export async function findBrokenBoundaries(tree: string, projects: readonly Project[]): Promise<Finding[]> {
  const { modules, findings } = await cruiseTree(tree, projects, cruiserRules(projects));
  const known = new Set(modules);
  const read = (path: string) => (known.has(path) ? readFileSync(join(tree, path), 'utf8') : '');
  const names = modules.flatMap((path) => [...nestNameFindings(path, read(path)), ...featureNameFindings(path, read)]);
  return sortFindings([...findings, ...names, ...roomFindings(modules)]);
}
