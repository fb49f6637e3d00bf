import type { Result } from './comparison.ts';
import { spreadOf, type Spread } from './statistics.ts';

/** What a reader needs to make sense of the figures. */
export interface Surroundings {
  readonly at: string;
  readonly node: string;
  readonly postgres: string;
  readonly cpus: number;
  readonly cpu: string;
  readonly rounds: number;
}

export function header({ node, postgres, cpus, cpu, rounds }: Surroundings): string {
  return [
    `Node ${node} · PostgreSQL ${postgres} (fsync on) · Apache Kafka, one node · ${cpus} x ${cpu}`,
    `median (min to max) of ${rounds} interleaved rounds after a discarded one; ratios are taken inside each round`,
    '',
  ].join('\n');
}

export function lines({ name, unit, floor, arms, ratio }: Result): string {
  const width = Math.max(...arms.map((arm) => arm.name.length));
  const paces = arms.map((arm) => `  ${arm.name.padEnd(width)}  ${span(spreadOf(arm.perSecond), thousands)} ${unit}/s`);
  return [name, ...paces, `  ${'ratio'.padEnd(width)}  ${span(ratio, two)}   floor of the prototype ${two(floor)}`, ''].join(
    '\n',
  );
}

function span({ median, min, max }: Spread, format: (value: number) => string): string {
  return `${format(median)} (${format(min)} to ${format(max)})`;
}

const thousands = (value: number) => Math.round(value).toLocaleString('en-GB');
const two = (value: number) => (Math.round(value * 100) / 100).toFixed(2);
