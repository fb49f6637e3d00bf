import { startOfDay } from '@yigongti/kernel';
import type { County } from '../county.ts';
import { institutionLines, villagesOf, type InstitutionLine } from './institutions.ts';

/** A line of the registry's `practitioners/import`. Synthetic practitioners have no names. */
export interface PractitionerLine {
  readonly practitionerCode: string;
  readonly institutionCode: string;
  readonly role: string;
  readonly activeFrom: string;
  readonly occurredAt: string;
  readonly sourceNo: string;
  readonly sourceVersion: number;
}

/** A town unit has a GP for so many villages, and never fewer, so that one can be away. */
const townGpsMin = 2;

function townGps(county: County, centre: InstitutionLine): number {
  const villages = villagesOf(county).filter(({ parent }) => parent === centre.divisionCode).length;
  return Math.max(townGpsMin, Math.ceil(villages / county.registry.villagesPerGp));
}

function rolesOf(county: County, institution: InstitutionLine): string[] {
  const heads = Object.entries(county.registry.staffing[institution.kind] ?? {});
  const gps = institution.level === 'TOWNSHIP' ? [['GP', townGps(county, institution)] as const] : [];
  return [...gps, ...heads].flatMap(([role, count]) => Array.from({ length: count }, () => role));
}

/** The county's practitioners by institution and role. Code: D, six digits of the county, six running ones. */
export function practitionerLines(county: County): PractitionerLine[] {
  const { openedOn } = county.registry;
  const posts = institutionLines(county).flatMap((institution) =>
    rolesOf(county, institution).map((role) => ({ institutionCode: institution.institutionCode, role })),
  );
  return posts.map(({ institutionCode, role }, index) => {
    const practitionerCode = `D${county.profile.divisionCode}${String(index + 1).padStart(6, '0')}`;
    return {
      practitionerCode,
      institutionCode,
      role,
      activeFrom: openedOn,
      occurredAt: startOfDay(openedOn),
      sourceNo: practitionerCode,
      sourceVersion: 1,
    };
  });
}
