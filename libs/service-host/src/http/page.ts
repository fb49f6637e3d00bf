import { ApiPropertyOptional } from '@nestjs/swagger';
import { isBusinessDate, isUuid } from '@yigongti/kernel';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { hostProblems } from '../problems/host-problems.ts';
import { Problem } from '../problems/problem.ts';
import { isInstantText } from './shape/field-decorators.ts';

export const pageSizeDefault = 50;
export const pageSizeMax = 500;

/** One page of a list in a fixed order. `next` is the cursor of the following one, null on the last. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** What every list accepts; queries of a service extend it. */
export class PageQuery {
  @ApiPropertyOptional({ description: 'Items of a page (每页条数)', minimum: 1, maximum: pageSizeMax, default: pageSizeDefault })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(pageSizeMax)
  limit?: number;

  @ApiPropertyOptional({ description: 'Cursor from the `Link` header or from `next` (分页游标)' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  cursor?: string;
}

export type CursorKey = string | number | null;

/** Opaque to clients: the sort keys of the last item shown. */
export function encodeCursor(keys: readonly CursorKey[]): string {
  return Buffer.from(JSON.stringify(keys)).toString('base64url');
}

/** What a sort key may be: a forged cursor must be refused here, not by a cast in the database. */
export type CursorKind = 'string' | 'uuid' | 'date' | 'instant' | 'number' | 'integer';

const fitting: Readonly<Record<CursorKind, (key: CursorKey) => boolean>> = {
  string: (key) => typeof key === 'string' && !key.includes('\0'),
  uuid: (key) => typeof key === 'string' && isUuid(key),
  date: (key) => typeof key === 'string' && isBusinessDate(key),
  instant: isInstantText,
  number: (key) => typeof key === 'number',
  integer: (key) => Number.isInteger(key) && Math.abs(key as number) < 2 ** 15,
};

/**
 * The sort keys in a cursor, or null without one. The types are checked against `kinds`, for example `['integer', 'uuid']`;
 * an integer is one of PostgreSQL's `smallint`.
 * @throws Problem `request.cursor-invalid`
 */
export function decodeCursor(cursor: string | undefined, kinds: readonly CursorKind[]): CursorKey[] | null {
  if (cursor === undefined) return null;
  const keys = parseCursor(cursor);
  const fits = Array.isArray(keys) && keys.length === kinds.length && keys.every((key, index) => fitsKind(key, kinds[index]!));
  if (!fits) throw new Problem(hostProblems.cursorInvalid);
  return keys as CursorKey[];
}

function fitsKind(key: unknown, kind: CursorKind): boolean {
  return key === null || fitting[kind](key as CursorKey);
}

function parseCursor(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}

/**
 * Cuts a page from rows that were read with `limit + 1`: the extra row only tells that there is more.
 * `keysOf` gives the sort keys of a row, in the order of the list.
 */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keysOf: (row: Row) => readonly CursorKey[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), next: rows.length > limit && last !== undefined ? encodeCursor(keysOf(last)) : null };
}
