import { describe, expect, it } from '@jest/globals';
import { foreignCreations, neverCreated } from './creators.ts';

const file = (path: string, text: string) => ({ path, text });

describe('who creates an event', () => {
  it.each([
    ['its owner', file('services/contracts/src/a.ts', 'contractSigned.create(data, meta)'), []],
    [
      'another service',
      file('services/referrals/src/a.ts', 'contractSigned.create(data, meta)'),
      ['services/referrals/src/a.ts creates contracts.contract.signed'],
    ],
    [
      'another service, over two lines',
      file('services/referrals/src/a.ts', 'contractSigned\n    .create(data)'),
      ['services/referrals/src/a.ts creates contracts.contract.signed'],
    ],
    [
      'another service, under another name',
      file('services/referrals/src/a.ts', "import { contractSigned as x, referralClosed } from '@yigongti/events';"),
      ['services/referrals/src/a.ts renames an event: contractSigned as x'],
    ],
    ['nobody: it is only listened to', file('services/referrals/src/a.ts', 'consume(contractSigned, Handler)'), []],
    ['nobody: the word is part of another', file('services/referrals/src/a.ts', 'recontractSigned.create()'), []],
  ])('%s', (_, source, findings) => {
    expect(foreignCreations([source])).toEqual(findings);
  });

  it('finds the events that nobody creates', () => {
    const missing = neverCreated([file('services/contracts/src/a.ts', 'contractSigned.create(data, meta)')]);
    expect(missing).toContain('contracts.contract.terminated');
    expect(missing).not.toContain('contracts.contract.signed');
  });
});
