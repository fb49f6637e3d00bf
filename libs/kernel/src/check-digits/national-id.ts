import { isBusinessDate, type BusinessDate } from '../calendar/dates.ts';

/** GB 11643-1999: weights of the first 17 digits and the check characters by remainder. */
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checkCharacters = '10X98765432';

/** The check character for the first 17 digits of a citizen's id (ISO 7064 MOD 11-2). */
export function nationalIdCheckCharacter(first17: string): string {
  const sum = weights.reduce((running, weight, index) => running + weight * Number(first17[index]), 0);
  return checkCharacters[sum % 11]!;
}

export type NationalIdFault = 'format' | 'birth-date' | 'check-digit';

/** The first fault of a citizen's id number, or null. A birth date after `today` is a fault. */
export function nationalIdFault(value: string, today: BusinessDate): NationalIdFault | null {
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return 'format';
  const birthDate = birthDateOfNationalId(value);
  if (!isBusinessDate(birthDate) || birthDate < '1880-01-01' || birthDate > today) return 'birth-date';
  return nationalIdCheckCharacter(value.slice(0, 17)) === value[17] ? null : 'check-digit';
}

export function birthDateOfNationalId(value: string): BusinessDate {
  return `${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`;
}

/** GB/T 2261.1: '1' male, '2' female, from the parity of the 17th digit. */
export function sexOfNationalId(value: string): '1' | '2' {
  return Number(value[16]) % 2 === 1 ? '1' : '2';
}
