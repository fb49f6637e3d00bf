import { DuckDBInstance } from '@duckdb/node-api';
import { readGuide, textOf } from './guide.ts';

export interface RecomputedFigure {
  readonly institutionCode: string;
  readonly numerator: number;
  readonly denominator: number;
}

/** Runs the SQL of the analyst's guide in DuckDB over exported topics, and nothing else. Gives the rows of its last query. */
export async function recompute(folder: string): Promise<RecomputedFigure[]> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(`set file_search_path = '${folder.replaceAll("'", "''")}'`);
    const reader = await connection.runAndReadAll(textOf(readGuide('read-the-topics.md'), 'sql'));
    return reader.getRowObjects().map(({ institution_code, numerator, denominator }) => ({
      institutionCode: String(institution_code),
      numerator: Number(numerator),
      denominator: Number(denominator),
    }));
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
