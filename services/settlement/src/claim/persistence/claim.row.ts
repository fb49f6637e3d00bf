import type { ExplanationStep } from '@yigongti/kernel';
import { EntitySchema } from 'typeorm';

/** Table `claim`: the list as it was sent (`listed…` where settling changes a part), and what it was settled to. */
export interface ClaimRow {
  claimId: string;
  institutionCode: string;
  listNo: string;
  listVersion: number;
  residentId: string;
  insuranceType: string;
  visitKind: string;
  admittedOn: string;
  dischargedOn: string;
  dischargeWay: string | null;
  diagnosisCode: string;
  operationCode: string | null;
  totalFen: bigint;
  ownPayFen: bigint;
  overLimitFen: bigint;
  listedPreSelfPayFen: bigint;
  listedInScopeFen: bigint;
  items: { code: string; fen: number }[] | null;
  referralNo: string | null;
  contentDigest: string;
  month: string;
  cause: string;
  consortiumCode: string | null;
  replacesClaimId: string | null;
  policyId: string;
  preSelfPayFen: bigint;
  inScopeFen: bigint;
  deductibleFen: bigint;
  fundPaidFen: bigint;
  personalFen: bigint;
  referralApplied: boolean;
  contractApplied: boolean;
  state: string;
  groupCode: string | null;
  points: string;
  linkedDeductibleFen: bigint;
  explanation: ExplanationStep[];
  version: number;
}

export const claimRow = new EntitySchema<ClaimRow>({
  name: 'claim',
  columns: {
    claimId: { name: 'claim_id', type: 'uuid', primary: true },
    institutionCode: { name: 'institution_code', type: 'text' },
    listNo: { name: 'list_no', type: 'text' },
    listVersion: { name: 'list_version', type: 'int' },
    residentId: { name: 'resident_id', type: 'uuid' },
    insuranceType: { name: 'insurance_type', type: 'text' },
    visitKind: { name: 'visit_kind', type: 'text' },
    admittedOn: { name: 'admitted_on', type: 'date' },
    dischargedOn: { name: 'discharged_on', type: 'date' },
    dischargeWay: { name: 'discharge_way', type: 'text', nullable: true },
    diagnosisCode: { name: 'diagnosis_code', type: 'text' },
    operationCode: { name: 'operation_code', type: 'text', nullable: true },
    totalFen: { name: 'total_fen', type: 'bigint' },
    ownPayFen: { name: 'own_pay_fen', type: 'bigint' },
    overLimitFen: { name: 'over_limit_fen', type: 'bigint' },
    listedPreSelfPayFen: { name: 'listed_pre_self_pay_fen', type: 'bigint' },
    listedInScopeFen: { name: 'listed_in_scope_fen', type: 'bigint' },
    items: { type: 'jsonb', nullable: true },
    referralNo: { name: 'referral_no', type: 'text', nullable: true },
    contentDigest: { name: 'content_digest', type: 'text' },
    month: { type: 'text' },
    cause: { type: 'text' },
    consortiumCode: { name: 'consortium_code', type: 'text', nullable: true },
    replacesClaimId: { name: 'replaces_claim_id', type: 'uuid', nullable: true },
    policyId: { name: 'policy_id', type: 'uuid' },
    preSelfPayFen: { name: 'pre_self_pay_fen', type: 'bigint' },
    inScopeFen: { name: 'in_scope_fen', type: 'bigint' },
    deductibleFen: { name: 'deductible_fen', type: 'bigint' },
    fundPaidFen: { name: 'fund_paid_fen', type: 'bigint' },
    personalFen: { name: 'personal_fen', type: 'bigint' },
    referralApplied: { name: 'referral_applied', type: 'boolean' },
    contractApplied: { name: 'contract_applied', type: 'boolean' },
    state: { type: 'text' },
    groupCode: { name: 'group_code', type: 'text', nullable: true },
    points: { type: 'numeric' },
    linkedDeductibleFen: { name: 'linked_deductible_fen', type: 'bigint' },
    explanation: { type: 'jsonb' },
    version: { type: 'int' },
  },
});
