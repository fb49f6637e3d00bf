import { example } from '../example-values.ts';

/** One patient's way up from the village to the county hospital, and down again. */
export const exampleUp = {
  referralId: example.referralId,
  referralNo: 'V0101-2026-000017',
  direction: 'UP' as const,
  scope: 'INTRA' as const,
  parentReferralId: null,
  residentId: example.residentId,
  fromInstitutionCode: example.clinic,
  toInstitutionCode: example.hospital,
};

export const exampleDown = {
  ...exampleUp,
  referralId: example.downReferralId,
  referralNo: 'H01-2026-000204',
  direction: 'DOWN' as const,
  parentReferralId: example.referralId,
  fromInstitutionCode: example.hospital,
  toInstitutionCode: example.township,
};
