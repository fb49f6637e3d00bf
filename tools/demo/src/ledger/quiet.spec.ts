import { describe, expect, it } from '@jest/globals';
import { gapsOf, isWhole, serviceNames, type Ledgers, type ServiceLedger } from './ledger.ts';
import { unrest, waitForQuiet } from './quiet.ts';

const signed = 'cn.yigongti.contracts.contract.signed.v1';
const nothing: ServiceLedger = { outboxPending: 0, published: {}, applied: {}, parked: 0, dead: 0, consumes: [] };

function ledgersWith(changes: Partial<Record<(typeof serviceNames)[number], Partial<ServiceLedger>>>): Ledgers {
  return Object.fromEntries(serviceNames.map((name) => [name, { ...nothing, ...changes[name] }])) as Ledgers;
}

const reading = (published: number, applied: number, outboxPending = 0) =>
  ledgersWith({
    contracts: { published: { [signed]: published }, outboxPending },
    referrals: { consumes: [signed], applied: { [signed]: applied } },
  });

const waitOver = (readings: readonly Ledgers[], stillForMs = 1_000) => {
  let asked = 0;
  let clock = 0;
  return waitForQuiet({
    read: () => Promise.resolve(readings[Math.min(asked++, readings.length - 1)]!),
    signal: new AbortController().signal,
    now: () => (clock += 400),
    pauseMs: 0,
    stillForMs,
  }).then(({ whole }) => ({ whole, asked }));
};

describe('the ledger', () => {
  it('is whole when every service has taken what it declares, whatever others publish', () => {
    expect(isWhole(reading(7, 7))).toBe(true);
    expect(isWhole(ledgersWith({ registry: { published: { 'cn.yigongti.registry.institution.changed.v1': 3 } } }))).toBe(true);
  });

  it.each<[string, Ledgers]>([
    ['an event is not taken', reading(7, 6)],
    ['an event is taken twice', reading(7, 8)],
    ['an outbox is not empty', reading(7, 7, 1)],
    ['nobody published what somebody took', ledgersWith({ referrals: { consumes: [signed], applied: { [signed]: 1 } } })],
  ])('is not when %s', (_, ledgers) => expect(isWhole(ledgers)).toBe(false));

  it('names the type and the service of each gap', () => {
    expect(gapsOf(reading(7, 6))).toEqual([{ service: 'referrals', type: signed, published: 7, applied: 6 }]);
    expect(unrest(reading(7, 6, 2))).toEqual([
      'contracts: 2 events not yet published',
      `referrals: applied 6 of 7 ${signed} (parked 0, dead 0)`,
    ]);
  });
});

describe('quiet', () => {
  it('is two equal whole readings, not one', async () => {
    expect(await waitOver([reading(7, 7)])).toEqual({ whole: true, asked: 2 });
    expect(await waitOver([reading(7, 7), reading(8, 8), reading(8, 8)])).toEqual({ whole: true, asked: 3 });
  });

  it('waits while anything moves, however long', async () => {
    const moving = Array.from({ length: 20 }, (_, applied) => reading(19, applied));
    expect(await waitOver(moving)).toEqual({ whole: true, asked: 21 });
  });

  it('is given up when nothing moves and something is missing', async () => {
    expect(await waitOver([reading(7, 6)])).toMatchObject({ whole: false });
  });
});
