import type { BusinessDate, Instant, Uuid } from '@yigongti/kernel';
import type { Person } from '../plan/setting/people.ts';

/** A settlement list with whom it is about. */
export interface SettlementLine {
  readonly person: Person;
  readonly line: {
    readonly institutionCode: string;
    readonly listNo: string;
    readonly listVersion: 1;
    readonly residentId: Uuid;
    readonly insuranceType: string;
    readonly visitKind: 'INPATIENT' | 'OUTPATIENT';
    readonly admittedOn: BusinessDate;
    readonly dischargedOn: BusinessDate;
    readonly dischargeWay: string | null;
    readonly diagnosisCode: string;
    readonly operationCode: string | null;
    readonly totalFen: number;
    readonly ownPayFen: number;
    readonly overLimitFen: number;
    readonly preSelfPayFen: number;
    readonly inScopeFen: number;
    readonly referralNo: string | null;
    readonly occurredAt: Instant;
  };
}
