import { codesOf, institutionKind, practitionerRole, settlementLevel } from '@yigongti/events';
import { isBusinessDate, isMonth } from '@yigongti/kernel';
import { z } from 'zod';

/*
 * What this tool itself reads: the sections from which the county's master data and the synthetic people are made, and of policies and
 * schemes as much as its checks need. Each service holds its own section to its own, stricter schema.
 */

const date = z.string().refine(isBusinessDate, 'must be a date YYYY-MM-DD');
const share = z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'must be a share between 0 and 1, as a decimal string');
const decimalText = z.string().regex(/^(0|[1-9]\d*)(\.\d+)?$/, 'must be a decimal string');
const fen = z.int().min(0);
const serial = z.string().regex(/^\d{5}$/, 'must be five digits');
const level = z.enum(codesOf(settlementLevel));
const kind = z.enum(codesOf(institutionKind));
const role = z.enum(codesOf(practitionerRole));
const town = z.string().regex(/^\d{9}$/, 'must be the nine digits of a town');

export const registrySection = z.strictObject({
  openedOn: date,
  consortia: z.array(z.strictObject({ serial, nameZh: z.string(), nameEn: z.string(), lead: serial, towns: z.array(town) })),
  countyInstitutions: z.array(
    z.strictObject({
      serial,
      kind,
      nameZh: z.string(),
      nameEn: z.string(),
      settlementLevel: level.nullable().default(null),
      consortium: serial.nullable().default(null),
    }),
  ),
  primarySettlementLevels: z.strictObject({
    TOWNSHIP_HEALTH_CENTRE: level,
    COMMUNITY_HEALTH_CENTRE: level,
    VILLAGE_CLINIC: level,
  }),
  townNamesEn: z.record(town, z.string()),
  staffing: z.partialRecord(kind, z.partialRecord(role, z.int().min(0).max(999))),
  villagesPerGp: z.int().min(1),
});
export type RegistrySection = z.output<typeof registrySection>;

const benefitRow = z.strictObject({ level, deductibleFen: fen, ratio: share });
export type BenefitRow = z.output<typeof benefitRow>;

export const policyBlock = z.strictObject({
  identity: z.strictObject({
    policyCode: z.string().regex(/^[A-Z0-9-]+$/),
    insuranceType: z.enum(['RESIDENT', 'EMPLOYEE']),
    year: z.int(),
    effectiveFrom: date,
    effectiveTo: date,
  }),
  fund: z.looseObject({
    sources: z.array(z.strictObject({ code: z.string(), perPersonFen: fen })),
    perPersonFen: fen,
    riskReserveRatio: share,
    adjustmentReserveRatio: share,
  }),
  benefit: z.looseObject({ inpatient: z.array(benefitRow), outpatient: z.array(benefitRow) }),
  points: z.looseObject({
    coefficients: z.array(z.strictObject({ level, coefficient: decimalText })),
    decimalPlaces: z.int().min(0).max(10),
  }),
});
export type PolicyBlock = z.output<typeof policyBlock>;

/** How the shared catalogue of case groups becomes the county's. */
const catalogueBlock = z.strictObject({
  scoreMethod: z.literal('AVERAGE_COST'),
  scoreBase: z.int().min(1),
  overallMeanCostFen: fen.min(1),
  primaryCareGroups: z.array(z.string()),
});

export const settlementSection = z.looseObject({
  catalogue: catalogueBlock,
  points: policyBlock.shape.points,
  policies: z.array(policyBlock),
});
export type SettlementSection = z.output<typeof settlementSection>;

export const schemeBlock = z.strictObject({
  identity: z.strictObject({ schemeCode: z.string().regex(/^[A-Z0-9-]+$/), version: z.int().min(1), validFrom: date }),
  items: z.array(
    z.strictObject({
      identity: z.strictObject({ indicatorCode: z.string(), scoring: z.enum(['LINEAR_UP', 'LINEAR_DOWN']) }),
      weight: decimalText,
      target: decimalText,
    }),
  ),
});
export type SchemeBlock = z.output<typeof schemeBlock>;

export const assessmentSection = z.looseObject({
  schemes: z.array(schemeBlock),
  coefficientTable: z.array(z.looseObject({ from: decimalText })),
});

export const contractsSection = z.looseObject({ feeFen: fen, feeSplitFen: z.record(z.string(), fen) });

const ageShares = z.array(z.strictObject({ ageFrom: z.int().min(0), share }));

export const demoSection = z.looseObject({
  month: z.string().refine(isMonth, 'must be a month YYYY-MM'),
  residents: z.int().min(1),
  placement: z.strictObject({ residentsPerVillage: z.int().min(1), villagesPerTown: z.int().min(1), townsMin: z.int().min(1) }),
  registeredFrom: date,
  maleShare: share,
  ageBands: z.array(z.strictObject({ from: z.int().min(0), to: z.int().max(120), share })),
  primaryCases: z.array(z.string()).min(1),
  prevalence: z.strictObject({ HTN: ageShares, T2DM: ageShares }),
  insurance: z.strictObject({
    employeeShareOfWorkingAge: share,
    workingAgeFrom: z.int().min(0),
    workingAgeTo: z.int().min(0),
    uninsuredShare: share,
  }),
  rates: z.record(z.string(), decimalText),
});
export type DemoSection = z.output<typeof demoSection>;
