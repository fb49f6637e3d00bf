import { startOfDay, type InstitutionKind, type InstitutionLevel, type SettlementLevel } from '@yigongti/kernel';
import type { County } from '../county.ts';
import type { Division } from '../divisions/divisions.ts';

/** A line of the registry's `institutions/import`. */
export interface InstitutionLine {
  readonly institutionCode: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly level: InstitutionLevel;
  readonly kind: InstitutionKind;
  readonly settlementLevel: SettlementLevel | null;
  readonly parentCode: string | null;
  readonly consortiumCode: string | null;
  readonly consortiumLead: boolean;
  readonly divisionCode: string;
  readonly activeFrom: string;
  readonly occurredAt: string;
  readonly sourceNo: string;
  readonly sourceVersion: number;
}

/** Institutions of the synthetic county say so in their names. */
const mark = { zh: '(合成)', en: ' (synthetic)' };

/** Insurance code of an institution: H, six digits of the county, five of its own. */
export function institutionCode(county: County, serial: string): string {
  return `H${county.profile.divisionCode}${serial}`;
}

/** Own digits by place in the sorted list of towns or villages: 10001… and 20001…, so that they stay while the divisions stay. */
const serialOf = (first: number, index: number) => String(first + index + 1);

export function townsOf(county: County): Division[] {
  return county.divisions.filter(({ kind }) => kind === 'TOWN');
}

export function villagesOf(county: County): Division[] {
  return county.divisions.filter(({ kind }) => kind === 'VILLAGE');
}

export function townCentreCodes(county: County): Map<string, string> {
  return new Map(townsOf(county).map(({ code }, index) => [code, institutionCode(county, serialOf(10000, index))]));
}

/** Village clinic by village. */
export function villageClinicCodes(county: County): Map<string, string> {
  return new Map(villagesOf(county).map(({ code }, index) => [code, institutionCode(county, serialOf(20000, index))]));
}

type Own = Omit<InstitutionLine, 'activeFrom' | 'occurredAt' | 'sourceNo' | 'sourceVersion'>;

function line(county: County, own: Own): InstitutionLine {
  const { openedOn } = county.registry;
  return {
    ...own,
    nameZh: `${own.nameZh}${mark.zh}`,
    nameEn: `${own.nameEn}${mark.en}`,
    activeFrom: openedOn,
    occurredAt: startOfDay(openedOn),
    sourceNo: own.institutionCode,
    sourceVersion: 1,
  };
}

function countyLines(county: County): InstitutionLine[] {
  const { countyInstitutions, consortia } = county.registry;
  const code = (serial: string) => institutionCode(county, serial);
  const root = countyInstitutions.find(({ kind }) => kind === 'HEALTH_BUREAU')!;
  const place = { level: 'COUNTY' as const, divisionCode: county.profile.divisionCode };
  const bodies = countyInstitutions.map(({ serial, kind, nameZh, nameEn, settlementLevel, consortium }) =>
    line(county, {
      ...place,
      institutionCode: code(serial),
      nameZh: `${county.profile.nameZh}${nameZh}`,
      nameEn,
      kind,
      settlementLevel,
      parentCode: serial === root.serial ? null : code(root.serial),
      consortiumCode: consortium === null ? null : code(consortium),
      consortiumLead: consortia.some(({ lead }) => lead === serial),
    }),
  );
  const heads = consortia.map(({ serial, nameZh, nameEn }) =>
    line(county, {
      ...place,
      institutionCode: code(serial),
      nameZh: `${county.profile.nameZh}${nameZh}`,
      nameEn,
      kind: 'CONSORTIUM',
      settlementLevel: null,
      parentCode: code(root.serial),
      consortiumCode: null,
      consortiumLead: false,
    }),
  );
  const rootLine = bodies.filter(({ parentCode }) => parentCode === null);
  return [...rootLine, ...heads, ...bodies.filter(({ parentCode }) => parentCode !== null)];
}

/** A subdistrict (街道) has a community health centre, another town a township health centre. */
export function townCentreKind(town: Division): 'COMMUNITY_HEALTH_CENTRE' | 'TOWNSHIP_HEALTH_CENTRE' {
  return town.name.endsWith('街道') ? 'COMMUNITY_HEALTH_CENTRE' : 'TOWNSHIP_HEALTH_CENTRE';
}

function townLines(county: County): InstitutionLine[] {
  const codes = townCentreCodes(county);
  const { consortia, primarySettlementLevels, townNamesEn } = county.registry;
  return townsOf(county).map((town) => {
    const kind = townCentreKind(town);
    const consortium = consortia.find(({ towns }) => towns.includes(town.code))!;
    return line(county, {
      institutionCode: codes.get(town.code)!,
      nameZh: `${town.name}${kind === 'COMMUNITY_HEALTH_CENTRE' ? '社区卫生服务中心' : '卫生院'}`,
      nameEn: `${townNamesEn[town.code]} ${kind === 'COMMUNITY_HEALTH_CENTRE' ? 'Community' : 'Township'} Health Centre`,
      level: 'TOWNSHIP',
      kind,
      settlementLevel: primarySettlementLevels[kind],
      parentCode: institutionCode(county, consortium.lead),
      consortiumCode: institutionCode(county, consortium.serial),
      consortiumLead: false,
      divisionCode: town.code,
    });
  });
}

/** A residents' committee (居委会) has a station, `恒盛社区卫生服务站`; a villagers' committee (村委会) a clinic, `东埠郭村卫生室`. */
export function villageClinicName(village: Division): string {
  const [, place = village.name, committee = ''] = /^(.+?)(村民委员会|居民委员会|村委会|居委会)$/.exec(village.name) ?? [];
  if (committee.startsWith('居')) return `${place}${place.endsWith('社区') ? '' : '社区'}卫生服务站`;
  return `${place}${place.endsWith('村') ? '' : '村'}卫生室`;
}

function villageLines(county: County): InstitutionLine[] {
  const codes = villageClinicCodes(county);
  const centres = new Map(townLines(county).map((centre) => [centre.divisionCode, centre]));
  const towns = new Map(townsOf(county).map((town) => [town.code, town]));
  return villagesOf(county).map((village) => {
    const centre = centres.get(village.parent!)!;
    return line(county, {
      institutionCode: codes.get(village.code)!,
      nameZh: `${towns.get(village.parent!)!.name}${villageClinicName(village)}`,
      nameEn: `${county.registry.townNamesEn[village.parent!]} Village Clinic ${village.code.slice(-3)}`,
      level: 'VILLAGE',
      kind: 'VILLAGE_CLINIC',
      settlementLevel: county.registry.primarySettlementLevels.VILLAGE_CLINIC,
      parentCode: centre.institutionCode,
      consortiumCode: centre.consortiumCode,
      consortiumLead: false,
      divisionCode: village.code,
    });
  });
}

/** The county's institutions, every parent before its children. */
export function institutionLines(county: County): InstitutionLine[] {
  return [...countyLines(county), ...townLines(county), ...villageLines(county)];
}
