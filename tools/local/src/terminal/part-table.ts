import { pad, widthOf } from './say.ts';

export interface PartRow {
  readonly name: string;
  readonly labelZh: string;
  readonly url: string;
  readonly state: PartState;
}

const states = {
  ready: '✓ ready 就绪',
  degraded: '! degraded 降级',
  away: '✗ not answering 无响应',
  given: '✓ given 外部',
} as const;
export type PartState = keyof typeof states;

/** The stack's parts, one a line, columns aligned on the screen. */
export function partTable(rows: readonly PartRow[]): string[] {
  const cells = [
    ['part 部分', 'URL 地址', 'state 状态'],
    ...rows.map(({ name, labelZh, url, state }) => [`${name} ${labelZh}`, url, states[state]]),
  ];
  const widths = [0, 1].map((column) => Math.max(...cells.map((row) => widthOf(row[column] ?? ''))));
  return cells.map(
    ([part = '', url = '', state = '']) => `  ${pad(part, widths[0] ?? 0)}  ${pad(url, widths[1] ?? 0)}  ${state}`,
  );
}
