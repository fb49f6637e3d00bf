import { fenToJson } from '@yigongti/kernel';
import type { Claim } from '../domain/claim.ts';
import type { DischargeWay, SettlementList } from '../domain/settlement-list.ts';
import type { ClaimRow } from './claim.row.ts';

export function toRow({ list, benefit, points, explanation, ...claim }: Claim): ClaimRow {
  const { preSelfPayFen, inScopeFen, items, ...listed } = list;
  return {
    ...claim,
    ...listed,
    listedPreSelfPayFen: preSelfPayFen,
    listedInScopeFen: inScopeFen,
    items: items?.map(({ code, fen }) => ({ code, fen: fenToJson(fen) })) ?? null,
    ...benefit,
    ...points,
    explanation: [...explanation],
  };
}

export function toClaim(row: ClaimRow): Claim {
  const { claimId, contentDigest, month, policyId, linkedDeductibleFen, explanation, version } = row;
  return {
    claimId,
    list: toList(row),
    contentDigest,
    month,
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
