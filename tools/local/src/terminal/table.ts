import { pad, widthOf } from './say.ts';

/** A column with its title in both languages, one under the other. */
export interface Column {
  readonly en: string;
  readonly zh?: string;
  /** Figures stand at the right. */
  readonly right?: boolean;
}

/** Rows under their titles, columns aligned on the screen, where a Chinese character takes two places. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[]): string[] {
  const cells = [columns.map(({ en }) => en), columns.map(({ zh = '' }) => zh), ...rows];
  const widths = columns.map((_, column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  return cells.map((row) => {
    const line = columns.map(({ right }, column) => aligned(row[column] ?? '', widths[column] ?? 0, right ?? false)).join('  ');
    return `  ${line.trimEnd()}`;
  });
}

function aligned(text: string, width: number, right: boolean): string {
  return right ? ' '.repeat(Math.max(0, width - widthOf(text))) + text : pad(text, width);
}
