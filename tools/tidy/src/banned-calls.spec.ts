import { describe, expect, it } from '@jest/globals';
import { environmentFaults, impureCallFaults } from './banned-calls.ts';

const domain = 'services/referrals/src/referral/domain/referral.ts';

describe('a domain and the kernel', () => {
  it.each([
    'new Date()',
    'Date.now()',
    'Math.random()',
    'performance.now()',
    'Temporal.Now.instant()',
    'crypto.randomUUID()',
    'randomUUID()',
    'randomBytes(16)',
    'crypto.getRandomValues(bytes)',
    'process.env.LATE_ENTRY',
    'const { env } = process',
    "console.log('')",
  ])('do without %s', (code) => {
    expect(impureCallFaults(domain, `\n${code};`)).toEqual([expect.stringContaining(`${domain}:2: `)]);
    expect(impureCallFaults('libs/kernel/src/dates.ts', code)).toHaveLength(1);
  });

  it.each(["new Date('2026-11-22')", 'Temporal.PlainDate.from(text)', 'Math.max(1, 2)', 'clock.now()'])('may use %s', (code) => {
    expect(impureCallFaults(domain, code)).toEqual([]);
  });

  it.each(['services/referrals/src/referral/accept-referral.ts', 'libs/database/src/ids.ts', 'libs/kernel/src/dates.spec.ts'])(
    'are the only places judged: %s is free',
    (path) => {
      expect(impureCallFaults(path, 'Date.now()')).toEqual([]);
    },
  );
});

describe('the environment', () => {
  it.each(['services/referrals/src/main.ts', 'libs/messaging/src/relay.ts', 'libs/service-host/src/boot/create-app.ts', domain])(
    'is not read in %s',
    (path) => {
      expect(environmentFaults(path, 'const port = process.env.PORT;')).toEqual([`${path}:1: process.env`]);
    },
  );

  it.each([
    'services/referrals/src/config.ts',
    'libs/service-host/src/boot/boot-service.ts',
    'tools/local/src/stack.ts',
    'libs/testing/src/infra.ts',
    'jest.config.mjs',
  ])('is read in %s', (path) => {
    expect(environmentFaults(path, 'const port = process.env.PORT;')).toEqual([]);
  });
});
