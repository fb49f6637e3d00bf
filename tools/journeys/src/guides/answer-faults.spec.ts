import { describe, expect, it } from '@jest/globals';
import { jsonFaults, jsonIn, textFaults } from './answer-faults.ts';
import { blocksOf, stepsOf } from './guide.ts';

describe('an answer against its guide', () => {
  it.each<[string, unknown, unknown, number]>([
    ['the same', { a: 1, b: null }, { a: 1, b: null }, 0],
    ['more than is shown', { a: [{ b: 1 }] }, { a: [{ b: 1, c: 2 }, 3], d: 4 }, 0],
    ['what differs from run to run', { a: 'http://…/token' }, { a: 'http://x:1/token' }, 0],
    ['another value', { a: 1 }, { a: 2 }, 1],
    ['another text around what differs', { a: 'http://…/token' }, { a: 'http://x/tokens' }, 1],
    ['a missing field', { a: '…' }, {}, 1],
    ['a shorter list', [1, 2], [1], 1],
    ['nothing', { a: 1 }, undefined, 1],
    ['null where something is shown', { a: '…' }, { a: null }, 1],
  ])('%s', (_, shown, got, faults) => expect(jsonFaults(shown, got)).toHaveLength(faults));

  it('reads the JSON behind what else was printed', () => {
    expect(jsonIn('revoked\n{"a":1}\n')).toEqual({ a: 1 });
    expect(jsonIn('no JSON')).toBeUndefined();
  });

  it('compares lines as they are', () => {
    expect(textFaults('1 a…\n2 b', '1 abc\n2 b\n')).toEqual([]);
    expect(textFaults('1 a\n2 b', '2 b\n1 a')).toHaveLength(1);
  });
});

describe('a guide', () => {
  const guide = '# Title\n\n```bash\nask\n```\n\ntext\n\n```json\n{ "a": 1 }\n```\n\n```bash\nagain\n```\n\n```ts\ncode\n```\n';

  it('is read as steps: a command, and the answer right below it', () => {
    expect(stepsOf(blocksOf(guide))).toEqual([
      { command: { language: 'bash', text: 'ask', line: 4 }, answer: { language: 'json', text: '{ "a": 1 }', line: 10 } },
      { command: { language: 'bash', text: 'again', line: 14 }, answer: null },
    ]);
  });
});
