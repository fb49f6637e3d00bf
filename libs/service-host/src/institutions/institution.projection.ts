import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, institutionChanged } from '@yigongti/events';

/** Keeps the tree: every service declares `consume(institutionChanged, InstitutionProjection)`. */
@Injectable()
export class InstitutionProjection {
  async on(tx: Tx, { data, aggregateVersion }: IncomingEvent<DataOf<typeof institutionChanged>>): Promise<void> {
    await tx.query(
      `insert into institution as known (code, institution_id, name_zh, level, kind, settlement_level, parent_code, consortium_code,
         consortium_lead, division_code, active_from, active_to, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
       on conflict (code) do update set name_zh = excluded.name_zh, level = excluded.level, kind = excluded.kind,
         settlement_level = excluded.settlement_level, parent_code = excluded.parent_code, consortium_code = excluded.consortium_code,
         consortium_lead = excluded.consortium_lead, division_code = excluded.division_code, active_from = excluded.active_from,
         active_to = excluded.active_to, version = excluded.version
       where known.version < excluded.version`,
      [
        data.institutionCode,
        data.institutionId,
        data.nameZh,
        data.level,
        data.kind,
        data.settlementLevel,
        data.parentCode,
        data.consortiumCode,
        data.consortiumLead,
        data.divisionCode,
        data.activeFrom,
        data.activeTo,
        aggregateVersion,
      ],
    );
  }
}
