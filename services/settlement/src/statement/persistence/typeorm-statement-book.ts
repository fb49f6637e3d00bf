import { Injectable } from '@nestjs/common';
import { visibleSql, type Tx } from '@yigongti/database';
import type { Caller } from '@yigongti/kernel';
import { StatementBook, type InstitutionStatement, type StatementFilter } from '../statement-book.ts';

const columns = `s.kind, s.run_id as "runId", s.period, s.year, s.pool_id as "poolId", s.consortium_code as "consortiumCode",
  s.insurance_type as "insuranceType", s.institution_code as "institutionCode", i.name_zh as "institutionNameZh",
  s.booking_count as "bookingCount", trim_scale(s.points)::text as points, s.share_fen as "shareFen", s.score::text as score,
  trim_scale(s.coefficient)::text as coefficient, s.due_fen as "dueFen", s.withheld_fen as "withheldFen", s.paid_fen as "paidFen",
  s.payment_fen as "paymentFen", s.cleared_on as "clearedOn"`;

@Injectable()
export class TypeormStatementBook extends StatementBook {
  override list(tx: Tx, filter: StatementFilter, caller: Caller): Promise<InstitutionStatement[]> {
    const { institutionCode, poolId, insuranceType, kind, year, period, after, limit } = filter;
    return tx.query<InstitutionStatement[]>(
      `select ${columns} from institution_statement s join institution i on i.code = s.institution_code
       where ${visibleSql(caller, 's.institution_code', 1)}
         and ($2::text is null or s.institution_code = $2) and ($3::uuid is null or s.pool_id = $3)
         and ($4::text is null or s.insurance_type = $4) and ($5::text is null or s.kind = $5)
         and ($6::int is null or s.year = $6) and ($7::text is null or s.period = $7)
         and ($8::text is null or (s.institution_code collate "C", s.year, s.kind, s.period, s.run_id)
           > ($8::text collate "C", $9::int, $10::text, $11::text, $12::uuid))
       order by s.institution_code collate "C", s.year, s.kind, s.period, s.run_id limit $13`,
      [
        ...[caller.institutionCode, institutionCode ?? null, poolId ?? null, insuranceType ?? null],
        ...[kind ?? null, year ?? null, period ?? null],
        ...[after?.institutionCode, after?.year, after?.kind, after?.period, after?.runId].map((key) => key ?? null),
        limit + 1,
      ],
    );
  }
}
