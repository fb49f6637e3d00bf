import { codeFrom, institutionCode, orNull, sourceNumber, uuid } from '../fields.ts';
import { referralDirection, referralScope } from './value-sets.ts';

/** Carried by every event of a referral, so that one event is enough to route it. */
export const referralHead = {
  referralId: uuid('Referral (转诊)'),
  referralNo: sourceNumber('Its number, unique per sender; claims name it (转诊单号)'),
  direction: codeFrom(referralDirection, 'Direction (转诊方向)'),
  scope: codeFrom(referralScope, 'Scope, derived from sender and receiver (转诊范围)'),
  parentReferralId: orNull(uuid('The up-referral that a down-referral follows (原上转单)')),
  residentId: uuid('Resident (居民)'),
  fromInstitutionCode: institutionCode('Sender (转出机构)'),
  toInstitutionCode: orNull(institutionCode('Receiver; null while a draft names none (转入机构)')),
};
