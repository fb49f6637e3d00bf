import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { constraints, tagFaults } from './constraints.ts';
import { readProjects, type Project } from '../projects.ts';

const kernel: Project = {
  name: '@yigongti/kernel',
  root: 'libs/kernel',
  tags: ['type:library', 'scope:kernel'],
  source: undefined,
};

describe('the constraints', () => {
  it('judge every project of the repository', () => {
    const projects = readProjects(resolve(import.meta.dirname, '../../../..'));
    expect(projects.length).toBeGreaterThanOrEqual(7 + 6);
    expect(tagFaults(projects, constraints)).toEqual([]);
  });

  it.each([
    ['no scope', { ...kernel, tags: ['type:library'] }, 'libs/kernel: 0 tags of scope:, expected one'],
    ['no type', { ...kernel, tags: ['scope:kernel'] }, 'libs/kernel: 0 tags of type:, expected one'],
    [
      'two scopes',
      { ...kernel, tags: ['type:library', 'scope:kernel', 'scope:events'] },
      'libs/kernel: 2 tags of scope:, expected one',
    ],
    [
      'a library without a row',
      { ...kernel, tags: ['type:library', 'scope:reporting'] },
      'libs/kernel: no constraint for scope:reporting',
    ],
    ['a type without a row', { ...kernel, tags: ['type:plugin', 'scope:kernel'] }, 'libs/kernel: no constraint for type:plugin'],
  ])('name a project with %s', (_, project, fault) => {
    expect(tagFaults([project], constraints)).toEqual([fault]);
  });

  it('refuse a wildcard on either side', () => {
    const rows = [
      { sourceTag: '*', onlyDependOn: ['type:library'], reason: '' },
      { sourceTag: 'type:tool', onlyDependOn: ['scope:*'], reason: '' },
    ];
    expect(tagFaults([], rows)).toEqual([
      '*: a wildcard allows what nobody has decided',
      'type:tool: a wildcard allows what nobody has decided',
    ]);
  });
});
