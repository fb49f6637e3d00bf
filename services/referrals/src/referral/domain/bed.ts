import type { BusinessDate } from '@yigongti/kernel';
import type { SentReferral } from './referral.ts';

/** What an acceptance asks of the receiver's beds and slots. */
export function holdRequest({ referralId, toInstitutionCode: institutionCode, elements }: SentReferral, start: BusinessDate) {
  const kind = elements.visitType === 'INPATIENT' ? ('BED' as const) : ('SLOT' as const);
  return { referralId, institutionCode, kind, start };
}
