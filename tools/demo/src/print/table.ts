import { widthOf } from '@yigongti/tool-local';

export { table, type Column } from '@yigongti/tool-local';

/** What a terminal of usual width shows in one line. */
export const screenWidth = 100;

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
