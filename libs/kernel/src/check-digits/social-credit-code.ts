/** GB 32100-2015, unified social credit code: character set and weights. */
const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** The check character for the first 17 characters. */
export function socialCreditCheckCharacter(first17: string): string {
  const sum = weights.reduce((running, weight, index) => running + weight * characters.indexOf(first17[index]!), 0);
  return characters[(31 - (sum % 31)) % 31]!;
}

export function isSocialCreditCode(value: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(value) && socialCreditCheckCharacter(value.slice(0, 17)) === value[17];
}
