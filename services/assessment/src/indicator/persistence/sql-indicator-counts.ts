import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { formatInstant, type Instant, type Month } from '@yigongti/kernel';
import type { IndicatorCode } from '../domain/indicator-definition.ts';
import type { Counted } from '../domain/indicator-figure.ts';
import type { IndicatorTerms } from '../domain/indicator-terms.ts';
import { IndicatorCounts } from '../indicator-counts.ts';
import { countingQueries } from './indicator-queries.ts';

interface CountRow {
  unit_code: string | null;
  numerator: string | bigint;
  denominator: string | bigint;
}

@Injectable()
export class SqlIndicatorCounts extends IndicatorCounts {
  override async count(tx: Tx, code: IndicatorCode, month: Month, terms: IndicatorTerms): Promise<Counted[]> {
    const query = countingQueries[code];
    const rows = await tx.query<CountRow[]>(query.text(terms), [...query.parameters(month, terms)]);
    return rows.map((row) => ({
      unitCode: row.unit_code,
      numerator: BigInt(row.numerator),
      denominator: BigInt(row.denominator),
    }));
  }

  override async latestFact(tx: Tx, code: IndicatorCode): Promise<Instant | null> {
    const latest = countingQueries[code].tables.map((table) => `(select max(recorded_at) from ${table})`);
    const [row] = await tx.query<[{ at: Date | null }]>(`select greatest(${latest.join(', ')}) as at`);
    return row.at && formatInstant(row.at);
  }
}
