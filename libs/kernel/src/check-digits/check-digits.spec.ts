import { describe, expect, it } from '@jest/globals';
import { birthDateOfNationalId, nationalIdFault, sexOfNationalId } from './national-id.ts';
import { isSocialCreditCode } from './social-credit-code.ts';

const today = '2026-11-22';

describe('national id, GB 11643', () => {
  it.each([
    '11010519491231002X',
    '440524188001010014',
    '330521198001010019',
    '37072519500505123X',
    '36070220200315002X',
    '130104198512120046',
  ])('%s is valid', (id) => expect(nationalIdFault(id, today)).toBeNull());

  it.each([
    ['511002938706190932', 'birth-date'],
    ['110105194912310021', 'check-digit'],
    ['11010519491231002x', 'format'],
    ['1101051949123100', 'format'],
    ['110105202702290029', 'birth-date'],
    ['110105202701010025', 'birth-date'],
  ])('%s has the fault %s', (id, fault) => expect(nationalIdFault(id, today)).toBe(fault));

  it('tells birth date and sex', () => {
    expect(birthDateOfNationalId('37072519500505123X')).toBe('1950-05-05');
    expect(sexOfNationalId('37072519500505123X')).toBe('1');
    expect(sexOfNationalId('130104198512120046')).toBe('2');
  });
});

describe('unified social credit code, GB 32100', () => {
  it.each(['91350100M000100Y43', '12330521MB0000000M', '1237072500000000XY'])('%s is valid', (code) =>
    expect(isSocialCreditCode(code)).toBe(true),
  );
  it.each(['91350100M000100Y44', '91350100M000100I43', '9135'])('%s is not', (code) =>
    expect(isSocialCreditCode(code)).toBe(false),
  );
});
