import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import * as fields from './fields.ts';
import { openSchemaOf } from './open-schema.ts';

const accepts = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success;

describe('field builders', () => {
  it.each<[string, z.ZodType, unknown[], unknown[]]>([
    ['uuid', fields.uuid('x'), ['0197a3c0-0000-7000-8000-000000000001'], ['0197A3C0-0000-7000-8000-000000000001', '1', null]],
    [
      'instant',
      fields.instant('x'),
      ['2026-06-01T09:30:00+08:00', '2026-06-01T09:30:00.123+08:00'],
      ['2026-06-01T01:30:00Z', '2026-06-01T09:30:00', '2026-02-30T00:00:00+08:00', '2026-06-01'],
    ],
    ['businessDate', fields.businessDate('x'), ['2028-02-29'], ['2026-02-29', '2026-6-1', '2026-06-01T00:00:00+08:00']],
    ['month', fields.month('x'), ['2026-12'], ['2026-13', '2026-00', '2026-12-01']],
    ['period', fields.period('x'), ['2026-06', '2026-H2', '2026'], ['2026-H3', '2026-13', '26']],
    ['year', fields.year('x'), [2026], [26, '2026', 2026.5]],
    ['fen', fields.fen('x'), [0, 9007199254740991], [-1, 0.1, 9007199254740992, '5']],
    ['signedFen', fields.signedFen('x'), [-5, 0], [0.1]],
    ['decimalString', fields.decimalString('x'), ['0', '-1.50', '412.5'], ['.5', '1.', '01', '1e3', 'NaN', 4]],
    ['institutionCode', fields.institutionCode('x'), ['370725-T01'], ['', 'a b', '张三', '-x']],
    ['sourceNumber', fields.sourceNumber('x'), ['MZ/2026#17'], ['', 'a b', '单号']],
    ['divisionCode', fields.divisionCode('x'), ['370725', '370725101', '370725101201'], ['3707251', '37072510120']],
    ['diagnosisCode', fields.diagnosisCode('x'), ['I10.x00', 'E11.900', 'I21.0'], ['高血压', '110', 'i10']],
    ['digest', fields.digest('x'), ['a'.repeat(64)], ['A'.repeat(64), 'a'.repeat(63)]],
    ['codeFrom', fields.codeFrom({ A: { zh: '甲', en: 'a' } }, 'x'), ['A'], ['B', '']],
    ['attributes', fields.attributes('x'), [{}, { score: '4.5' }], [{ score: 4.5 }, { 'a b': 'x' }]],
  ])('%s takes and refuses', (_, schema, good, bad) => {
    expect(good.filter((value) => !accepts(schema, value))).toEqual([]);
    expect(bad.filter((value) => accepts(schema, value))).toEqual([]);
  });

  it('are internal unless they say otherwise, and keep what they say when they become nullable or lists', () => {
    expect(fields.fen('Price').meta()).toMatchObject({ description: 'Price', privacy: 'internal', unit: 'fen (0.01 yuan)' });
    expect(fields.orNull(fields.sensitive(fields.businessDate('Death'))).meta()).toMatchObject({
      description: 'Death',
      privacy: 'sensitive',
    });
    expect(fields.listOf(fields.sensitive(fields.diagnosisCode('Code')), 'Codes').meta()).toMatchObject({
      description: 'Codes',
      privacy: 'sensitive',
    });
    expect(fields.unrestricted(fields.label('Name')).meta()).toMatchObject({ privacy: 'public' });
  });
});

describe('the open schema', () => {
  it('knows every part that an event is built from', () => {
    const open = openSchemaOf(z.strictObject({ a: fields.attributes('x'), o: z.strictObject({ n: z.int() }).optional() }));
    expect(open.parse({ a: { k: 'v' }, o: { n: 1, more: 2 }, b: 3 })).toEqual({ a: { k: 'v' }, o: { n: 1 } });
  });

  it.each([
    ['a union', z.union([z.string(), z.int()])],
    ['a transform', z.string().transform(Number)],
    ['a default', z.string().default('')],
  ])('refuses %s: events are plain JSON', (_, schema) => {
    expect(() => openSchemaOf(z.strictObject({ schema }))).toThrow(/cannot hold a/);
  });
});
