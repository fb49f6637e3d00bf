import { Injectable } from '@nestjs/common';
import { insertManyStatement, visibleSql, type Tx } from '@yigongti/database';
import type { Caller, Uuid } from '@yigongti/kernel';
import { saveManyWithEvents } from '@yigongti/messaging';
import { In } from 'typeorm';
import {
  ClaimRepository,
  type Biller,
  type ClaimFilter,
  type ClaimSet,
  type KnownLists,
  type StoredClaim,
} from '../claim.repository.ts';
import type { ReceivedVersion } from '../domain/claim.ts';
import type { EarlierStay } from '../domain/known-referral.ts';
import { yearKey, type PatientYear, type YearIdentity } from '../domain/patient-year.ts';
import { listKey, type SettlementList } from '../domain/settlement-list.ts';
import { toClaim, toReversal, toReversalRecord, toRow, toYearRecord, type StandingRow } from './claim.mapper.ts';
import { claimRow } from './claim.row.ts';
import {
  consortiaSql,
  holdListsSql,
  raiseVersionsSql,
  saveReversalsSql,
  saveYearsSql,
  standingSql,
  staysSql,
} from './claim.sql.ts';

type VersionRow = ReceivedVersion & { institutionCode: string; listNo: string; reversed: boolean };

@Injectable()
export class TypeormClaimRepository extends ClaimRepository {
  override async find(tx: Tx, claimId: Uuid): Promise<StoredClaim | null> {
    const [stored = null] = await this.#stored(tx, [claimId]);
    return stored;
  }

  override async hold(tx: Tx, claimId: Uuid): Promise<StoredClaim | null> {
    await tx.query('select 1 from claim where claim_id = $1 for update', [claimId]);
    return this.find(tx, claimId);
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
    const standings = await tx.query<StandingRow[]>(standingSql, [[...claimIds]]);
    const byId = new Map(standings.map((standing) => [standing.claimId, standing]));
    return rows.map((row) => {
      const standing = byId.get(row.claimId)!;
      const { clearedByRunId, reversalClearedByRunId, yearClearingId } = standing;
      return { claim: toClaim(row), reversal: toReversal(standing), clearedByRunId, reversalClearedByRunId, yearClearingId };
    });
  }

  override async billers(tx: Tx, codes: readonly string[], caller: Caller): Promise<Map<string, Biller>> {
    const rows = await tx.query<(Biller & { code: string })[]>(
      `select code, settlement_level as level, consortium_code as "consortiumCode" from institution
       where code = any($2) and code in (select institution_subtree($1))`,
      [caller.institutionCode, [...codes]],
    );
    return new Map(rows.map(({ code, ...biller }) => [code, biller]));
  }

  override async consortiaOf(tx: Tx, lists: readonly SettlementList[]): Promise<string[]> {
    const rows = await tx.query<{ code: string }[]>(consortiaSql, pairsOf(lists));
    return rows.map(({ code }) => code);
  }

  override async holdLists(tx: Tx, lists: readonly SettlementList[]): Promise<KnownLists> {
    const rows = await tx.query<VersionRow[]>(holdListsSql, pairsOf(lists));
    const versions = new Map<string, ReceivedVersion[]>();
    for (const row of rows) versions.set(listKey(row), [...(versions.get(listKey(row)) ?? []), row]);
    const counting = rows.filter(({ reversed }) => !reversed).map(({ claimId }) => claimId);
    const claims = await tx.find(claimRow, { where: { claimId: In(counting) } });
    return { versions, standing: new Map(claims.map((row) => [listKey(row), toClaim(row)])) };
  }

  override async holdYears(tx: Tx, years: readonly YearIdentity[]): Promise<Map<string, PatientYear>> {
    const identities = [...new Map(years.map((year) => [yearKey(year), year])).values()];
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

  override async staysOf(tx: Tx, residentIds: readonly Uuid[]): Promise<Map<Uuid, EarlierStay[]>> {
    const rows = await tx.query<(EarlierStay & { residentId: Uuid })[]>(staysSql, [[...residentIds]]);
    const stays = new Map<Uuid, EarlierStay[]>();
    for (const row of rows) stays.set(row.residentId, [...(stays.get(row.residentId) ?? []), row]);
    return stays;
  }

  override async save(tx: Tx, { claims, received, reversals, reversed, years }: ClaimSet): Promise<void> {
    if (claims.length > 0) await saveManyWithEvents(tx, insertManyStatement(claimRow, claims.map(toRow)), received);
    if (reversals.length > 0) {
      await tx.query(saveReversalsSql, [JSON.stringify(reversals.map(({ reversal }) => toReversalRecord(reversal)))]);
      const raised = [reversals.map(({ claim }) => claim.claimId), reversals.map(({ claim }) => claim.version)];
      await saveManyWithEvents(tx, { text: raiseVersionsSql, parameters: raised }, reversed);
    }
    if (claims.length + reversals.length > 0) await tx.query(saveYearsSql, [JSON.stringify(years.map(toYearRecord))]);
  }
}

function pairsOf(lists: readonly SettlementList[]): string[][] {
  return [lists.map((list) => list.institutionCode), lists.map((list) => list.listNo)];
}
