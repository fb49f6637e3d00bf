import { describe, expect, it } from '@jest/globals';
import { township } from '../../../test/fixtures/institutions.ts';
import { refusalsOf } from '../../../test/fixtures/refusals.ts';
import { actOf, anAccepted, anArrived, aPending, inCare } from '../../../test/fixtures/referrals.ts';
import { uploadRecords } from './records.ts';

const sender = actOf(township);
const document = (n: number) => ({ documentNo: `ZZ-${n}`, typeCode: 'HSDC00.05', digest: null }) as const;

describe('documents of the sender', () => {
  it.each([anAccepted(), anArrived(), inCare()])('are added in $status, which stays', (referral) => {
    const { referral: after, facts } = uploadRecords(referral, [document(1)], sender);
    expect(after).toEqual({ ...referral, version: referral.version + 1, records: [document(1)] });
    expect(facts).toEqual([{ kind: 'records-uploaded', documents: [document(1)] }]);
  });

  it('come before the acceptance for nobody', () =>
    expect(refusalsOf(() => uploadRecords(aPending(), [document(1)], sender))).toEqual(['not-in-this-state']));

  it('come once: in one upload, and in all', () => {
    const first = uploadRecords(anAccepted(), [document(1)], sender).referral;
    expect(refusalsOf(() => uploadRecords(first, [document(2), document(1), document(2)], sender))).toEqual([
      'document-twice /documents/1',
      'document-twice /documents/2',
    ]);
  });

  it('are two hundred at most', () => {
    const many = (from: number, count: number) => Array.from({ length: count }, (_, n) => document(from + n));
    const full = uploadRecords(anAccepted(), many(1, 199), sender).referral;
    expect(refusalsOf(() => uploadRecords(full, many(500, 1), sender))).toEqual([]);
    expect(refusalsOf(() => uploadRecords(full, many(500, 2), sender))).toEqual(['too-many-documents /documents']);
  });
});
