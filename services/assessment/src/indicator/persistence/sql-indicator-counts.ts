import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { formatInstant, type Instant, type Month } from '@yigongti/kernel';
import type { IndicatorCode } from '../domain/indicator-definition.ts';
import type { Counted } from '../domain/indicator-figure.ts';
import type { IndicatorTerms } from '../domain/indicator-terms.ts';
import { IndicatorCounts } from '../indicator-counts.ts';
import { factQueries } from './fact-queries.ts';

interface CountRow {
  unit_code: string | null;
  numerator: string | bigint;
  denominator: string | bigint;
}

/** Units and the county in one pass. An estimate is of whole persons; to whole numbers the rounding does nothing. */
const counting = (facts: string) => `select unit_code,
    case when grouping(unit_code) = 0 then sum(numerator) else coalesce(sum(numerator) filter (where of_county), 0) end as numerator,
    round(case when grouping(unit_code) = 0 then sum(denominator)
      else coalesce(sum(denominator) filter (where of_county), 0) end::numeric) as denominator
  from (${facts}) fact group by grouping sets ((unit_code), ())
  having grouping(unit_code) = 1 or unit_code is not null`;

@Injectable()
export class SqlIndicatorCounts extends IndicatorCounts {
  override async count(tx: Tx, code: IndicatorCode, month: Month, terms: IndicatorTerms): Promise<Counted[]> {
    const { text, parameters } = factQueries[code];
    const rows = await tx.query<CountRow[]>(counting(text), [...parameters(month, terms)]);
    return rows.map((row) => ({
      unitCode: row.unit_code,
      numerator: BigInt(row.numerator),
      denominator: BigInt(row.denominator),
    }));
  }

  override async latestFacts(tx: Tx, code: IndicatorCode): Promise<ReadonlyMap<string, Instant | null>> {
    const { sources } = factQueries[code];
    const latest = Object.entries(sources).map(([topic, tables]) => {
      const inTables = tables.map((table) => `(select max(recorded_at) from ${table})`);
      return `select '${topic}' as topic, greatest(${inTables.join(', ')}) as at`;
    });
    const rows = await tx.query<{ topic: string; at: Date | null }[]>(latest.join(' union all '));
    return new Map(rows.map(({ topic, at }) => [topic, at && formatInstant(at)]));
  }
}
