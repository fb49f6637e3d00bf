import { describe, expect, it } from '@jest/globals';
import { classNameFaults } from './class-names.ts';
import { forbiddenTextFaults } from './forbidden-text.ts';
import { lowered, ratchetFaults } from './ratchet.ts';

describe('the name of a class', () => {
  it.each(['Manager', 'Helper', 'Base', 'Impl', 'Data', 'Info'])('does not end in %s', (suffix) => {
    const fault = [`a.ts: Referral${suffix} ends in a word that says nothing`];
    expect(classNameFaults('a.ts', `export class Referral${suffix} {}`)).toEqual(fault);
    expect(classNameFaults('a.ts', `export interface Referral${suffix} {}`)).toEqual(fault);
    expect(classNameFaults('a.ts', `const referral${suffix} = new Entity${suffix}();`)).toEqual([]);
  });
});

// Planted in pieces: this file is searched as well.
describe('forbidden text', () => {
  it.each([
    `// ${'TO'}DO later`,
    `// ${'FIX'}ME`,
    `const path = '/${'work'}/main';`,
    `see /${'root'}/.npmrc`,
    `DATA=/${'home'}/someone`,
    `https://${'registry'}.npmjs.org/nx`,
    `https://${'repo1'}.maven.org/maven2`,
    `"resolved": "${'https'}://mirror.example/nx.tgz"`,
    `as ${'issue'} 3 asks`,
    `../${'shared'}/design/style.md`,
    `a ${'helper'} session wrote this`,
  ])('%s', (line) => {
    expect(forbiddenTextFaults('a.md', `fine\n${line}\n`)).toEqual([expect.stringMatching(/^a\.md:2: /)]);
  });

  it.each([
    'typeorm issue 9824',
    '/registry/v1/work/',
    'the todo of a clerk',
    '"resolved": "libs/kernel"',
    'shared fixtures',
    "'/livez'",
  ])('does not include %s', (line) => {
    expect(forbiddenTextFaults('a.md', line)).toEqual([]);
  });
});

describe('the ratchet', () => {
  it.each([
    ['lets a tolerated exception be', { a: 4 }, { a: 4 }, []],
    ['stops a new one', { a: 4 }, {}, ['a: 4, tolerated not at all']],
    ['stops a grown one', { a: 5 }, { a: 4 }, ['a: 5, tolerated 4']],
    ['wants a smaller one written down', { a: 4 }, { a: 5 }, ['a: 4, lower its entry 5 in the baseline']],
    ['wants a mended one written down', {}, { a: 5 }, ['a: gone, lower its entry 5 in the baseline']],
  ])('%s', (_, found, baseline, faults) => {
    expect(ratchetFaults(new Map(Object.entries(found as Record<string, number>)), baseline as Record<string, number>)).toEqual(
      faults,
    );
  });

  it('goes down to what is found, and never up', () => {
    const found = new Map([
      ['smaller', 4],
      ['larger', 9],
      ['new', 5],
    ]);
    expect(lowered(found, { smaller: 5, larger: 5, gone: 5 })).toEqual({ smaller: 4, larger: 5 });
  });
});
