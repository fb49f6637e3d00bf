import {
  birthDateOfNationalId,
  nationalIdFault,
  sexOfNationalId,
  type BusinessDate,
  type NationalIdFault,
} from '@yigongti/kernel';

/** What the number itself says; nobody types birth date or sex beside it, so they cannot disagree. */
export interface IdentityFacts {
  readonly birthDate: BusinessDate;
  readonly sex: '1' | '2';
}

/** Facts of a citizen's id number (GB 11643), or its first fault. */
export function identityFactsOf(nationalId: string, today: BusinessDate): IdentityFacts | NationalIdFault {
  const fault = nationalIdFault(nationalId, today);
  return fault ?? { birthDate: birthDateOfNationalId(nationalId), sex: sexOfNationalId(nationalId) };
}
