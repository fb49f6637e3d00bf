import { describe, expect, it } from '@jest/globals';
import { Increase } from './increase.ts';
import { samplesOf } from './prometheus-text.ts';

const scrape = (values: Record<string, number>) =>
  Object.entries(values).map(([code, value]) => ({ name: 'n', labels: { code }, value }));
const grown = (...scrapes: Record<string, number>[]) => {
  const increase = new Increase();
  for (const values of scrapes) increase.add(scrape(values));
  return Object.fromEntries(increase.samples.map(({ labels, value }) => [labels.code, value]));
};

describe('how much a counter grew', () => {
  it('counts from the first scrape on', () => expect(grown({ a: 5 }, { a: 7 }, { a: 12 })).toEqual({ a: 7 }));
  it('takes a series that appears later from zero', () => expect(grown({ a: 5 }, { a: 5, b: 3 })).toEqual({ b: 3 }));
  it('goes on after a restart, where a counter begins at zero again', () =>
    expect(grown({ a: 5 }, { a: 9 }, { a: 2 }, { a: 3 })).toEqual({ a: 7 }));
  it('goes on where the restarted process has not counted the series yet', () =>
    expect(grown({ a: 5 }, { a: 9 }, {}, { a: 2 })).toEqual({ a: 6 }));
  it('is nothing where nothing was counted', () => expect(grown({ a: 5 }, { a: 5 })).toEqual({}));
});

describe("Prometheus' text", () => {
  const text = [
    '# HELP yigongti_commands_total Commands by outcome',
    '# TYPE yigongti_commands_total counter',
    'yigongti_commands_total{command="POST /contracts/v1/contracts",outcome="accepted",code=""} 3',
    'yigongti_commands_total{command="POST /x/{y}",outcome="refused",code="a\\"b,c=\\\\"} 1 1780000000000',
    'yigongti_commands_total_created{command="x"} 9',
    'outbox_pending 0',
    '',
  ].join('\n');

  it('is read with its labels, and only the metric that is asked for', () => {
    expect(samplesOf(text, 'yigongti_commands_total')).toEqual([
      {
        name: 'yigongti_commands_total',
        labels: { command: 'POST /contracts/v1/contracts', outcome: 'accepted', code: '' },
        value: 3,
      },
      { name: 'yigongti_commands_total', labels: { command: 'POST /x/{y}', outcome: 'refused', code: 'a"b,c=\\' }, value: 1 },
    ]);
    expect(samplesOf(text, 'outbox_pending')).toEqual([{ name: 'outbox_pending', labels: {}, value: 0 }]);
  });
});
