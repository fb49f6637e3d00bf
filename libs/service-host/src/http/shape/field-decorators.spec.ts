import { describe, expect, it } from '@jest/globals';
import { IsBusinessDate, IsCode, IsDecimalText, IsFen, IsId, IsInstant, IsMonth } from './field-decorators.ts';
import { shape } from './shape.ts';

class Sample {
  @IsBusinessDate() date: unknown = '2026-02-28';
  @IsMonth() month: unknown = '2026-02';
  @IsInstant() instant: unknown = '2026-02-28T23:59:59.999+08:00';
  @IsId() id: unknown = '019f0000-0000-7000-8000-000000000001';
  @IsCode() code: unknown = 'I10.x00';
  @IsDecimalText() decimal: unknown = '-12.345';
  @IsFen() fen: unknown = 0;
  @IsCode({ each: true }) codes: unknown = ['A', 'B-1'];
}

const faultsOf = (values: Partial<Sample>) =>
  shape(Sample, { ...new Sample(), ...values }).faults.map(({ code, pointer }) => `${code} ${pointer}`);

describe('the field decorators', () => {
  it('take what is right', () => {
    expect(faultsOf({})).toEqual([]);
    expect(faultsOf({ instant: '2026-02-28T00:00:00Z', decimal: '0', fen: Number.MAX_SAFE_INTEGER })).toEqual([]);
  });

  it.each([
    ['date', '2026-02-29', 'is-business-date'],
    ['date', 20260228, 'is-business-date'],
    ['month', '2026-13', 'is-month'],
    ['instant', '2026-02-28T09:00:00', 'is-instant'],
    ['instant', '2026-02-30T09:00:00Z', 'is-instant'],
    ['instant', '2026-02-28T24:00:00Z', 'is-instant'],
    ['id', '019F0000-0000-7000-8000-000000000001', 'is-uuid'],
    ['code', '', 'is-code'],
    ['code', 'a b', 'is-code'],
    ['code', 'x'.repeat(65), 'is-code'],
    ['decimal', 1.5, 'is-decimal-text'],
    ['decimal', '1e3', 'is-decimal-text'],
    ['fen', -1, 'is-fen'],
    ['fen', 0.5, 'is-fen'],
    ['fen', '1', 'is-fen'],
    ['codes', ['A', ''], 'is-code'],
  ])('refuse %s %j', (field, value, code) => {
    expect(faultsOf({ [field]: value })).toEqual([`request.${code} /${field}`]);
  });
});
