import { describe, expect, it } from '@jest/globals';
import { allHeard, type Ledger } from './until-heard.ts';

const changed = 'cn.yigongti.registry.institution.changed.v1';
const registry: Ledger = { outboxPending: 0, published: { [changed]: 407 }, applied: {}, consumes: [] };
const contracts: Ledger = { outboxPending: 0, published: {}, applied: { [changed]: 407 }, consumes: [changed] };

describe('news has been heard', () => {
  it.each<[string, Ledger[], boolean]>([
    ['everybody applied what was published', [registry, contracts], true],
    ['somebody has applied less', [registry, { ...contracts, applied: { [changed]: 406 } }], false],
    ['somebody has applied none yet', [registry, { ...contracts, applied: {} }], false],
    ['something waits in an outbox', [{ ...registry, outboxPending: 1 }, contracts], false],
    [
      'a type that nobody published is awaited by nobody',
      [
        { ...registry, published: {} },
        { ...contracts, applied: {} },
      ],
      true,
    ],
  ])('%s', (_case, ledgers, expected) => {
    expect(allHeard(ledgers)).toBe(expected);
  });
});
