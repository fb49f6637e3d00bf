import { digestOf, type Instant, type Json } from '@yigongti/kernel';
import type { DischargeWay, SettlementList } from '../claim/index.ts';

/** A line of `claims/import`: a settlement list in JSON. */
export interface ListLine {
  readonly institutionCode: string;
  readonly listNo: string;
  readonly listVersion: number;
  readonly residentId: string;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly visitKind: 'INPATIENT' | 'OUTPATIENT';
  readonly admittedOn: string;
  readonly dischargedOn: string;
  readonly dischargeWay?: DischargeWay | null;
  readonly diagnosisCode: string;
  readonly operationCode?: string | null;
  readonly totalFen: number;
  readonly ownPayFen: number;
  readonly overLimitFen: number;
  readonly preSelfPayFen: number;
  readonly inScopeFen: number;
  readonly items?: readonly { readonly code: string; readonly fen: number }[] | null;
  readonly referralNo?: string | null;
  readonly occurredAt: Instant;
}

export function toList({ occurredAt: _, ...line }: ListLine): SettlementList {
  return {
    ...line,
    dischargeWay: line.dischargeWay ?? null,
    operationCode: line.operationCode ?? null,
    totalFen: BigInt(line.totalFen),
    ownPayFen: BigInt(line.ownPayFen),
    overLimitFen: BigInt(line.overLimitFen),
    preSelfPayFen: BigInt(line.preSelfPayFen),
    inScopeFen: BigInt(line.inScopeFen),
    items: line.items?.map(({ code, fen }) => ({ code, fen: BigInt(fen) })) ?? null,
    referralNo: line.referralNo ?? null,
  };
}

/** Digest of what the list says; when it was sent is no part of it. Absent and null say the same. */
export function contentDigest({ occurredAt: _, ...content }: ListLine): string {
  const said = Object.entries(content).filter(([, value]) => value !== null);
  return digestOf(Object.fromEntries(said) as unknown as Json);
}
