import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { IndicatorRecords, type CountedRecord, type FractionPart, type RecordsAsked } from '../indicator-records.ts';
import { factQueries } from './fact-queries.ts';

const columnOf: Readonly<Record<FractionPart, string>> = { NUMERATOR: 'numerator', DENOMINATOR: 'denominator' };

/** Reads the very rows that are counted: what adds nothing to its side is left out. */
@Injectable()
export class SqlIndicatorRecords extends IndicatorRecords {
  override list(tx: Tx, { code, month, terms, part, unitCode, limit, after }: RecordsAsked): Promise<CountedRecord[]> {
    const { text, parameters } = factQueries[code];
    const given = parameters(month, terms);
    const [unit, last, most] = [1, 2, 3].map((n) => `$${given.length + n}`);
    const column = columnOf[part];
    return tx.query<CountedRecord[]>(
      `select record_id as "recordId", resident_id as "residentId", evidence_id as "evidenceId", fact_on as "on", ${column}::text as amount
       from (${text}) fact
       where ${column} <> 0 and (unit_code = ${unit}::text or (${unit} is null and of_county)) and (${last}::uuid is null or record_id > ${last})
       order by record_id limit ${most}`,
      [...given, unitCode, after, limit + 1],
    );
  }
}
