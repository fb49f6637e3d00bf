import { expect, it } from '@jest/globals';
import { serviceNames, type Ledgers, type ServiceLedger } from '../ledger/ledger.ts';
import { refusePlayed } from './refuse-played.ts';

const ledgersWith = (published: Record<string, number>): Ledgers => {
  const nothing: ServiceLedger = { outboxPending: 0, published: {}, applied: {}, parked: 0, dead: 0, consumes: [] };
  return Object.fromEntries(
    serviceNames.map((name) => [name, { ...nothing, published: name === 'registry' ? published : {} }]),
  ) as Ledgers;
};

it('a stack with nothing but its institutions is played', () => {
  expect(() => refusePlayed(ledgersWith({ 'cn.yigongti.registry.institution.changed.v1': 401 }), true)).not.toThrow();
});

it('a stack with residents is not played again, and is told how to begin anew', () => {
  const played = ledgersWith({ 'cn.yigongti.registry.resident.changed.v1': 1 });
  expect(() => refusePlayed(played, true)).toThrow(/: npm run demo -- --fresh begins/);
  expect(() => refusePlayed(played, false)).toThrow(/npm stop, then npm run demo -- --fresh/);
});
