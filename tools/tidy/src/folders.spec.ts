import { describe, expect, it } from '@jest/globals';
import { crowdedFolders, folderNameFaults, readmeFaults } from './folders.ts';

const files = (folder: string, count: number, suffix = '.ts') =>
  Array.from({ length: count }, (_, index) => `${folder}/f${index}${suffix}`);

describe('a folder', () => {
  it('holds at most twelve files', () => {
    expect(crowdedFolders(files('libs/kernel/src', 12))).toEqual(new Map());
    expect(crowdedFolders(files('libs/kernel/src', 13))).toEqual(new Map([['libs/kernel/src', 13]]));
  });

  it('is not crowded by specs, documents or generated files', () => {
    const others = [
      ...files('a', 9, '.spec.ts'),
      ...files('a', 9, '.md'),
      ...files('a/generated', 13),
      ...files('a/fixtures', 13),
    ];
    expect(crowdedFolders([...files('a', 12), ...others])).toEqual(new Map());
  });

  it('that catalogues events may be long', () => {
    expect(crowdedFolders(files('libs/events/src/referrals', 30))).toEqual(new Map());
    expect(crowdedFolders(files('libs/events/src', 30))).toEqual(new Map([['libs/events/src', 30]]));
  });

  it.each(['common', 'shared', 'utils', 'helpers', 'types', 'interfaces', 'dtos', 'entities'])('is not named %s', (name) => {
    expect(folderNameFaults([`libs/${name}/src/a.ts`])).toEqual([`libs/${name}/src/: banned folder name`]);
    expect(folderNameFaults([`libs/kernel/src/${name}.ts`])).toEqual([]);
  });
});

describe('a project', () => {
  it('has a README', () => {
    expect(readmeFaults(['libs/kernel/package.json', 'libs/kernel/README.md'])).toEqual([]);
    expect(readmeFaults(['package.json', 'services/registry/package.json', 'services/registry/src/README.md'])).toEqual([
      'services/registry: no README.md',
    ]);
  });
});
