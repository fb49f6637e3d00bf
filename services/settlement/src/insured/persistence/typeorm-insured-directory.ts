import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { Uuid } from '@yigongti/kernel';
import { InsuredDirectory } from '../insured-directory.ts';
import type { ContractPeriod, InsuredCount, InsuredResident, NamedReferral } from '../insured-directory.ts';

@Injectable()
export class TypeormInsuredDirectory extends InsuredDirectory {
  override async residents(tx: Tx, residentIds: readonly Uuid[]): Promise<ReadonlyMap<Uuid, InsuredResident>> {
    const rows = await tx.query<InsuredResident[]>(
      `select resident_id as "residentId", insurance_type as "insuranceType", died_on as "diedOn",
         merged_into is not null as merged
       from resident where resident_id = any($1)`,
      [[...residentIds]],
    );
    return new Map(rows.map((row) => [row.residentId, row]));
  }

  override contracts(tx: Tx, residentIds: readonly Uuid[]): Promise<ContractPeriod[]> {
    return tx.query<ContractPeriod[]>(
      `select resident_id as "residentId", starts_on as "from", least(ends_on, terminated_on - 1) as "to"
       from contract where resident_id = any($1) and starts_on <= least(ends_on, terminated_on - 1)`,
      [[...residentIds]],
    );
  }

  override referrals(tx: Tx, residentIds: readonly Uuid[], referralNos: readonly string[]): Promise<NamedReferral[]> {
    return tx.query<NamedReferral[]>(
      `select resident_id as "residentId", referral_no as "referralNo", from_institution_code as "fromInstitutionCode",
         to_institution_code as "toInstitutionCode", submitted_on as "submittedOn", arrived_on as "arrivedOn"
       from referral where resident_id = any($1) and referral_no = any($2) order by referral_id`,
      [[...residentIds], [...referralNos]],
    );
  }

  override async count(tx: Tx, { consortiumCode, insuranceType, on }: InsuredCount): Promise<number> {
    const [row] = await tx.query<[{ insured: number }]>(
      `select count(*)::int as insured from resident r join institution home on home.code = r.home_institution_code
       where home.consortium_code = $1 and r.insurance_type = $2 and r.merged_into is null and r.registered_on <= $3
         and (r.died_on is null or r.died_on > $3) and (r.moved_out_on is null or r.moved_out_on > $3)`,
      [consortiumCode, insuranceType, on],
    );
    return row.insured;
  }
}
