import { describe, expect, it } from '@jest/globals';
import { practitionerRole } from '@yigongti/events';
import { loadCounty } from '../county.ts';
import { countyNames, countyPath } from '../profile/county-path.ts';
import { institutionLines } from './institutions.ts';
import { practitionerLines } from './practitioners.ts';

describe.each(countyNames())('practitioners of %s', (name) => {
  const county = loadCounty(countyPath(name));
  const lines = practitionerLines(county);
  const rolesAt = (institutionCode: string) =>
    lines.filter((line) => line.institutionCode === institutionCode).map(({ role }) => role);

  it('have codes of their own and roles of the value set', () => {
    expect(new Set(lines.map(({ practitionerCode }) => practitionerCode)).size).toBe(lines.length);
    expect(lines.every(({ practitionerCode, role }) => /^D\d{12}$/.test(practitionerCode) && role in practitionerRole)).toBe(
      true,
    );
  });

  it('staff a town unit with GPs and a public-health doctor, a village with its doctor (Changle 2023, 四(四))', () => {
    for (const { institutionCode, level } of institutionLines(county)) {
      const roles = rolesAt(institutionCode);
      if (level === 'TOWNSHIP') expect(roles).toEqual(expect.arrayContaining(['GP', 'GP', 'NURSE', 'PH_DOCTOR']));
      if (level === 'VILLAGE') expect(roles).toEqual(['VILLAGE_DOCTOR']);
    }
  });

  it('lets every consortium lead form a specialist team', () => {
    for (const { institutionCode, consortiumLead } of institutionLines(county)) {
      if (consortiumLead) expect(rolesAt(institutionCode)).toContain('SPECIALIST');
    }
  });
});
