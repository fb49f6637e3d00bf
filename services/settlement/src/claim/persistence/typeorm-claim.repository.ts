import { Injectable } from '@nestjs/common';
import { insertManyStatement, visibleSql, type Tx } from '@yigongti/database';
import type { Caller, SettlementLevel, Uuid } from '@yigongti/kernel';
import { saveManyWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import { ClaimRepository, type ClaimFilter, type ClaimSet, type StoredClaim } from '../claim.repository.ts';
import type { ReceivedList } from '../domain/claim.ts';
import type { EarlierStay } from '../domain/known-referral.ts';
import { yearKey, yearOf, type PatientYear } from '../domain/patient-year.ts';
import { listKey, type SettlementList } from '../domain/settlement-list.ts';
import { toClaim, toRow } from './claim.mapper.ts';
import { claimRow } from './claim.row.ts';

@Injectable()
export class TypeormClaimRepository extends ClaimRepository {
  override async find(tx: Tx, claimId: Uuid): Promise<StoredClaim | null> {
    const [stored = null] = await this.#stored(tx, [claimId]);
    return stored;
  }

  override async list(tx: Tx, filter: ClaimFilter, caller: Caller): Promise<StoredClaim[]> {
    const { institutionCode, residentId, month, insuranceType, visitKind, after, limit } = filter;
    const rows = await tx.query<{ claim_id: Uuid }[]>(
      `select claim_id from claim
       where ${visibleSql(caller, 'institution_code', 1)}
         and ($2::text is null or institution_code = $2) and ($3::uuid is null or resident_id = $3)
         and ($4::text is null or month = $4) and ($5::text is null or insurance_type = $5)
         and ($6::text is null or visit_kind = $6) and ($7::uuid is null or claim_id > $7)
       order by claim_id limit $8`,
      [
        caller.institutionCode,
        institutionCode ?? null,
        residentId ?? null,
        month ?? null,
        insuranceType ?? null,
        visitKind ?? null,
        after,
        limit + 1,
      ],
    );
    return this.#stored(
      tx,
      rows.map((row) => row.claim_id),
    );
  }

  async #stored(tx: Tx, claimIds: readonly Uuid[]): Promise<StoredClaim[]> {
    const rows = await tx.find(claimRow, { where: { claimId: In([...claimIds]) }, order: { claimId: 'ASC' } });
    const cleared = await tx.query<{ claim_id: Uuid; run_id: Uuid }[]>(
      'select claim_id, run_id from run_claim where claim_id = any($1)',
      [[...claimIds]],
    );
    const runs = new Map(cleared.map((row) => [row.claim_id, row.run_id]));
    return rows.map((row) => ({ claim: toClaim(row), clearedByRunId: runs.get(row.claimId) ?? null }));
  }

  override async billingLevels(tx: Tx, codes: readonly string[], caller: Caller): Promise<Map<string, SettlementLevel | null>> {
    const rows = await tx.query<{ code: string; level: SettlementLevel | null }[]>(
      `select code, settlement_level as level from institution
       where code = any($2) and code in (select institution_subtree($1))`,
      [caller.institutionCode, [...codes]],
    );
    return new Map(rows.map((row) => [row.code, row.level]));
  }

  override async holdYears(tx: Tx, lists: readonly SettlementList[]): Promise<Map<string, PatientYear>> {
    const identities = [...new Map(lists.map((list) => [yearKey(yearOf(list)), yearOf(list)])).values()];
    const wanted = [
      identities.map((one) => one.residentId),
      identities.map((one) => one.insuranceType),
      identities.map((one) => one.year),
    ];
    const named = 'unnest($1::uuid[], $2::text[], $3::int[]) named (resident_id, insurance_type, year)';
    await tx.query(
      `insert into patient_year (resident_id, insurance_type, year) select * from ${named} order by 1, 2, 3
       on conflict do nothing`,
      wanted,
    );
    const rows = await tx.query<PatientYear[]>(
      `select resident_id as "residentId", insurance_type as "insuranceType", year, fund_paid_fen as "fundPaidFen",
         inpatient_deductible_fen as "inpatientDeductibleFen", outpatient_deductible_fen as "outpatientDeductibleFen"
       from patient_year where (resident_id, insurance_type, year) in (select * from ${named})
       order by resident_id, insurance_type, year for update`,
      wanted,
    );
    return new Map(rows.map((row) => [yearKey(row), row]));
  }

  override async received(tx: Tx, lists: readonly SettlementList[]): Promise<Map<string, ReceivedList>> {
    const rows = await tx.query<(ReceivedList & { institutionCode: string; listNo: string })[]>(
      `select distinct on (institution_code, list_no) institution_code as "institutionCode", list_no as "listNo",
         claim_id as "claimId", list_version as "listVersion", content_digest as "contentDigest"
       from claim where (institution_code, list_no) in (select * from unnest($1::text[], $2::text[]))
       order by institution_code, list_no, list_version desc`,
      [lists.map((list) => list.institutionCode), lists.map((list) => list.listNo)],
    );
    return new Map(rows.map((row) => [listKey(row), row]));
  }

  override async staysOf(tx: Tx, residentIds: readonly Uuid[]): Promise<Map<Uuid, EarlierStay[]>> {
    const rows = await tx.query<(EarlierStay & { residentId: Uuid })[]>(
      `select resident_id as "residentId", institution_code as "institutionCode", admitted_on as "admittedOn",
         discharged_on as "dischargedOn", linked_deductible_fen as "linkedDeductibleFen"
       from claim where resident_id = any($1) and visit_kind = 'INPATIENT' order by claim_id`,
      [[...residentIds]],
    );
    const stays = new Map<Uuid, EarlierStay[]>();
    for (const row of rows) stays.set(row.residentId, [...(stays.get(row.residentId) ?? []), row]);
    return stays;
  }

  override async insertAll(tx: Tx, { claims, events, years }: ClaimSet): Promise<void> {
    if (claims.length === 0) return;
    await saveManyWithEvents(tx, insertManyStatement(claimRow, claims.map(toRow)), events);
    await tx.query(
      `update patient_year held set fund_paid_fen = now.fund_paid_fen,
         inpatient_deductible_fen = now.inpatient_deductible_fen, outpatient_deductible_fen = now.outpatient_deductible_fen
       from json_populate_recordset(null::patient_year, $1::json) now
       where (held.resident_id, held.insurance_type, held.year) = (now.resident_id, now.insurance_type, now.year)`,
      [JSON.stringify(years.map(toYearRecord))],
    );
  }
}

function toYearRecord(year: PatientYear) {
  return {
    resident_id: year.residentId,
    insurance_type: year.insuranceType,
    year: year.year,
    fund_paid_fen: year.fundPaidFen.toString(),
    inpatient_deductible_fen: year.inpatientDeductibleFen.toString(),
    outpatient_deductible_fen: year.outpatientDeductibleFen.toString(),
  };
}
