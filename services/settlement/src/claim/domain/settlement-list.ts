import type { BusinessDate, Fen, Uuid } from '@yigongti/kernel';

/** 离院方式: ordered, transfer, to community or township, against advice, death, other. */
export type DischargeWay = '1' | '2' | '3' | '4' | '5' | '9';

/** A charge item (收费项目) with its amount. */
export interface ChargeItem {
  readonly code: string;
  readonly fen: Fen;
}

/** A settlement list (医保基金结算清单) as the hospital sends it, as much of it as decides money here. */
export interface SettlementList {
  readonly institutionCode: string;
  /** Its number at the institution, and the version of its content, from 1. */
  readonly listNo: string;
  readonly listVersion: number;
  readonly residentId: Uuid;
  readonly insuranceType: 'RESIDENT' | 'EMPLOYEE';
  readonly visitKind: 'INPATIENT' | 'OUTPATIENT';
  readonly admittedOn: BusinessDate;
  readonly dischargedOn: BusinessDate;
  readonly dischargeWay: DischargeWay | null;
  readonly diagnosisCode: string;
  readonly operationCode: string | null;
  readonly totalFen: Fen;
  /** 全自费 */
  readonly ownPayFen: Fen;
  /** 超限价自付 */
  readonly overLimitFen: Fen;
  /** 先行自付 */
  readonly preSelfPayFen: Fen;
  /** 政策范围内 */
  readonly inScopeFen: Fen;
  /** Null where the hospital sends no items. */
  readonly items: readonly ChargeItem[] | null;
  readonly referralNo: string | null;
}

/** What makes a list the same list: idempotency key of its intake. */
export function listKey({ institutionCode, listNo }: Pick<SettlementList, 'institutionCode' | 'listNo'>): string {
  return `${institutionCode} ${listNo}`;
}
