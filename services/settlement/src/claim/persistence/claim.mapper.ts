import { fenToJson } from '@yigongti/kernel';
import type { Claim, ClaimBooking } from '../domain/claim.ts';
import type { PatientYear } from '../domain/patient-year.ts';
import type { Reversal } from '../domain/reversal.ts';
import type { DischargeWay, SettlementList } from '../domain/settlement-list.ts';
import type { ClaimRow } from './claim.row.ts';

export function toRow({ list, booking, benefit, points, explanation, ...claim }: Claim): ClaimRow {
  const { preSelfPayFen, inScopeFen, items, ...listed } = list;
  return {
    ...claim,
    ...listed,
    listedPreSelfPayFen: preSelfPayFen,
    listedInScopeFen: inScopeFen,
    items: items?.map(({ code, fen }) => ({ code, fen: fenToJson(fen) })) ?? null,
    ...booking,
    ...benefit,
    ...points,
    explanation: [...explanation],
  };
}

export function toClaim(row: ClaimRow): Claim {
  const { claimId, contentDigest, policyId, linkedDeductibleFen, explanation, version } = row;
  return {
    claimId,
    list: toList(row),
    contentDigest,
    booking: toBooking(row),
    policyId,
    benefit: {
      preSelfPayFen: row.preSelfPayFen,
      inScopeFen: row.inScopeFen,
      deductibleFen: row.deductibleFen,
      fundPaidFen: row.fundPaidFen,
      personalFen: row.personalFen,
      referralApplied: row.referralApplied,
      contractApplied: row.contractApplied,
    },
    points: { state: row.state as Claim['points']['state'], groupCode: row.groupCode, points: row.points },
    linkedDeductibleFen,
    explanation,
    version,
  };
}

function toBooking({ month, cause, consortiumCode, replacesClaimId }: ClaimRow): ClaimBooking {
  return { month, cause: cause as ClaimBooking['cause'], consortiumCode, replacesClaimId };
}

function toList(row: ClaimRow): SettlementList {
  return {
    institutionCode: row.institutionCode,
    listNo: row.listNo,
    listVersion: row.listVersion,
    residentId: row.residentId,
    insuranceType: row.insuranceType as SettlementList['insuranceType'],
    visitKind: row.visitKind as SettlementList['visitKind'],
    admittedOn: row.admittedOn,
    dischargedOn: row.dischargedOn,
    dischargeWay: row.dischargeWay as DischargeWay | null,
    diagnosisCode: row.diagnosisCode,
    operationCode: row.operationCode,
    totalFen: row.totalFen,
    ownPayFen: row.ownPayFen,
    overLimitFen: row.overLimitFen,
    preSelfPayFen: row.listedPreSelfPayFen,
    inScopeFen: row.listedInScopeFen,
    items: row.items?.map(({ code, fen }) => ({ code, fen: BigInt(fen) })) ?? null,
    referralNo: row.referralNo,
  };
}

/** What stands beside a claim's own row. */
export interface StandingRow {
  readonly claimId: string;
  readonly clearedByRunId: string | null;
  readonly reversalClearedByRunId: string | null;
  readonly yearClearingId: string | null;
  readonly month: string | null;
  readonly cause: Reversal['cause'];
  readonly reasonCode: Reversal['reasonCode'];
  readonly replacedByClaimId: string | null;
  readonly reversedOn: string;
}

export function toReversal({ claimId, month, cause, reasonCode, replacedByClaimId, reversedOn }: StandingRow): Reversal | null {
  return month === null ? null : { claimId, month, cause, reasonCode, replacedByClaimId, reversedOn };
}

export function toReversalRecord(reversal: Reversal) {
  return {
    claim_id: reversal.claimId,
    month: reversal.month,
    cause: reversal.cause,
    reason_code: reversal.reasonCode,
    replaced_by_claim_id: reversal.replacedByClaimId,
    reversed_on: reversal.reversedOn,
  };
}

export function toYearRecord(year: PatientYear) {
  return {
    resident_id: year.residentId,
    insurance_type: year.insuranceType,
    year: year.year,
    fund_paid_fen: year.fundPaidFen.toString(),
    inpatient_deductible_fen: year.inpatientDeductibleFen.toString(),
    outpatient_deductible_fen: year.outpatientDeductibleFen.toString(),
  };
}
