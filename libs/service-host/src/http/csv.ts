import type { Fen } from '@yigongti/kernel';

/** Text, a number, money in fen (shown in yuan), or nothing. */
export type CsvCell = string | number | Fen | null;

/** Without it a spreadsheet in China reads the file as GBK and shows garbage. */
const utf8Mark = '\uFEFF';

/**
 * A table as RFC 4180 text that a spreadsheet opens as it is: UTF-8 with its mark, CRLF, amounts in yuan with two decimals. A text that a
 * spreadsheet would take for a formula gets an apostrophe in front.
 */
export function csvOf(head: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return `${utf8Mark}${[head, ...rows].map((row) => `${row.map(cellText).join(',')}\r\n`).join('')}`;
}

function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'bigint') return yuanText(cell);
  const harmless = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** Unlike `formatYuan` without separators, so that a spreadsheet can add it up. */
function yuanText(amount: Fen): string {
  const digits = (amount < 0n ? -amount : amount).toString().padStart(3, '0');
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
