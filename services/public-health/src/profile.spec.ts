import { describe, expect, it } from '@jest/globals';
import type { Profile } from '@yigongti/kernel';
import { loadProfile } from '@yigongti/service-host';
import { join } from 'node:path';
import { programmeTermsOn, publicHealthProfile, type PublicHealthProfile } from './profile.ts';

const profileOf = (county: string) => {
  const path = join(import.meta.dirname, `../../../deploy/counties/${county}.yaml`);
  return loadProfile(path, 'public-health', publicHealthProfile) as Profile<PublicHealthProfile>;
};

describe.each(['changle', 'deqing', 'shijiazhuang', 'zhanggong', 'zhejiang-pilot'])('the figures of %s', (county) => {
  const profile = profileOf(county);

  it.each(['HTN', 'T2DM'] as const)('for %s are those of the day, under the version of the profile', (programme) => {
    const terms = programmeTermsOn(profile, programme, '2026-06-01');
    expect(terms).toMatchObject({ programme, ruleVersion: profile.version, screeningAgeFrom: 35, recheckDays: 14 });
    expect(terms.ruleVersion).toMatch(new RegExp(`^${county}-`));
    expect(terms.knownSigns).toEqual(expect.arrayContaining([...terms.emergency.signs]));
  });

  it('know the signs of every programme', () =>
    expect(programmeTermsOn(profile, 'HTN', '2026-06-01').knownSigns).toEqual(
      expect.arrayContaining(['CANNOT_LIE_FLAT', 'KETONE_BREATH']),
    ));
});
