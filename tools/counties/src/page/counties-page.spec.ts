import { describe, expect, it } from '@jest/globals';
import { countyPath } from '../profile/county-path.ts';
import { loadProfile, type CountyProfile } from '../profile/profile.ts';
import { countiesPage } from './counties-page.ts';
import { figuresOf } from './figures.ts';
import { shownValue } from './shown-value.ts';

const changle = loadProfile(countyPath('changle'));
const shown = (...profiles: CountyProfile[]) => countiesPage(profiles.map((profile) => ({ profile, divisions: [] })));
const other = (contracts: object): CountyProfile => ({
  ...changle,
  county: 'elsewhere',
  sections: { ...changle.sections, contracts: { ...changle.sections.contracts, ...contracts } },
});

describe('the page of the counties', () => {
  it('shows a figure that differs, in each county with its day and its source', () => {
    const page = shown(changle, other({ feeFen: { value: 15000, from: '2025-01-01', source: 'assumption: more' } }));
    expect(page).toContain('### feeFen');
    expect(page).toContain('| changle | 12000 | 2024-01-01 | assumption: 120 yuan a person and year |');
    expect(page).toContain('| elsewhere | 15000 | 2025-01-01 | assumption: more |');
    expect(page).not.toContain('### panelLimitPersons');
    expect(page).toContain('- `contracts.panelLimitPersons`');
  });

  it('takes counties for equal that have one figure from two sources', () => {
    const page = shown(changle, other({ feeFen: { value: 12000, from: '2025-01-01', source: 'norm: of somebody' } }));
    expect(page).toContain('- `contracts.feeFen`');
  });

  it('says where a county has none', () => {
    const page = shown(changle, other({ extra: { value: 1, from: '2025-01-01', source: 'assumption' } }));
    expect(page).toContain('| changle | has none 无 | – | – |');
  });

  it('finds a policy by insurance and year, and an indicator by its code', () => {
    const names = [...figuresOf(changle).keys()];
    expect(names).toContain('settlement.policies.RESIDENT 2026.fund.perPersonFen');
    expect(names).toContain('assessment.schemes.1.items.CON-COV.target');
    expect(names).not.toContain('registry.townNamesEn');
  });
});

it.each([
  [null, '–'],
  [[], '–'],
  [['A', 'B'], 'A, B'],
  [{ a: 1, b: { c: 'x|y' } }, 'a 1, b (c x\\|y)'],
  [[{ code: 'A' }, { code: 'B' }], 'code A; code B'],
  [
    Array.from({ length: 200 }, (_, index) => ({ code: `C${index}`, name: 'x' })),
    expect.stringMatching(/^200 entries: C0, C1, /),
  ],
])('shows each in one line, %#', (value, text) => expect(shownValue(value)).toEqual(text));
