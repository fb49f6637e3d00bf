import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { findBrokenBoundaries, ruleReasons } from './boundaries.ts';
import { sortFindings, type Finding } from './finding.ts';
import { readProjects } from './projects.ts';

const repository = resolve(import.meta.dirname, '../../..');
const violations = resolve(import.meta.dirname, '../violations');
const projects = readProjects(repository);

/** service-host may import every other library of today, so the tree that breaks its row needs a library of tomorrow. */
const eighthLibrary = {
  name: '@yigongti/reporting',
  root: 'libs/reporting',
  tags: ['type:library', 'scope:reporting'],
  source: undefined,
};

/** `expected.json` of a planted tree: for each file, what it must be caught reaching for. */
function expectedFindings(rule: string): Finding[] {
  const expected = JSON.parse(readFileSync(join(violations, rule, 'expected.json'), 'utf8')) as Record<string, string[]>;
  return sortFindings(Object.entries(expected).flatMap(([from, reached]) => reached.map((to) => ({ rule, from, to }))));
}

describe('a planted violation', () => {
  const rules = [...ruleReasons(projects).keys()];

  it('lies ready for every rule, and for nothing else', () => {
    expect(readdirSync(violations).sort()).toEqual([...rules].sort());
  });

  it.each(rules)('of %s is found, and nothing beside it', async (rule) => {
    const found = await findBrokenBoundaries(join(violations, rule), [...projects, eighthLibrary]);
    expect(expectedFindings(rule)).not.toEqual([]);
    expect(found).toEqual(expectedFindings(rule));
  });
});

describe('the repository', () => {
  it('breaks none of the rules', async () => {
    expect(await findBrokenBoundaries(repository, projects)).toEqual([]);
  });
});
