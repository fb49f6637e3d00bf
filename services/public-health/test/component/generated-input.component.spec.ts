import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startTestService, withstandsGeneratedInput, type TestService } from '@yigongti/testing';
import { publicHealthService } from '../../src/public-health.service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService(publicHealthService, { lateEntryUnlimited: true });
});
afterAll(() => service.close());

it('withstands generated input at every operation: no fault of ours, nothing undocumented', async () => {
  const { statuses } = await withstandsGeneratedInput(service, {
    seed: 20261122,
    cases: 60,
    institutionCodes: ['H1', 'T1', 'T2', 'V1'],
  });
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '400', '403', '404']));
}, 120_000);
