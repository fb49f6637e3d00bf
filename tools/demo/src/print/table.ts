import { pad, widthOf } from '@yigongti/tool-local';

/** A column with its title in both languages, one under the other. */
export interface Column {
  readonly en: string;
  readonly zh?: string;
  /** Figures stand at the right. */
  readonly right?: boolean;
}

/** What a terminal of usual width shows in one line. */
export const screenWidth = 100;

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

export function heading(en: string, zh = ''): string[] {
  return ['', `${en} ${zh}`.trimEnd()];
}

/** Parts of a sentence, as many to a line as fit. */
export function wrapped(parts: readonly string[], separator = ' · ', indent = '  '): string[] {
  const lines: string[] = [];
  for (const part of parts) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(last + separator + part) <= screenWidth) lines[lines.length - 1] = last + separator + part;
    else lines.push(indent + part);
  }
  return lines;
}

export function grouped(count: number): string {
  return count.toString().replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Cuts text to a width on the screen. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let short = '';
  for (const character of text) {
    if (widthOf(short + character) > width - 1) break;
    short += character;
  }
  return `${short}…`;
}
