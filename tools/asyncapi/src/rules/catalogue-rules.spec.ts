import { describe, expect, it } from '@jest/globals';
import { defineEvent, type EventDefinition, type Owner } from '@yigongti/events';
import { z } from 'zod';
import * as rules from './catalogue-rules.ts';

const internal = { description: 'x', privacy: 'internal' as const };
const sensitive = { description: 'x', privacy: 'sensitive' as const };
const code = z.string().regex(/^[A-Z]+$/);
const times = { occurredAt: '2026-06-01T09:30:00+08:00', recordedAt: '2026-06-01T09:30:00+08:00' };

interface Different {
  readonly name?: string;
  readonly owner?: Owner;
  readonly topicKind?: 'facts' | 'state';
  readonly examples?: object[];
}

/** An event with nothing wrong but what is given. */
function planted(fields: z.ZodRawShape, { examples, ...different }: Different = {}): EventDefinition {
  return defineEvent({
    name: 'contracts.test-order.placed',
    version: 1,
    owner: 'contracts',
    keyField: 'orderCode',
    topicKind: 'facts',
    status: 'draft',
    titleZh: '下单',
    titleEn: 'An order was placed',
    ...different,
    data: z.strictObject({ orderCode: code.meta(internal), ...fields }),
    examples: examples as never,
  }) as EventDefinition;
}

/** The rules look at the schema; only one looks at examples. */
const faultsOf = (rule: rules.CatalogueRule, fields: z.ZodRawShape, different: Different = {}) => {
  const definition = planted(fields, { examples: [], ...different });
  return rule(definition);
};

describe('the rules of the catalogue', () => {
  it('find nothing in an event without a fault', () => {
    const sound = planted(
      { lines: z.array(z.strictObject({ item: code.meta(internal) }).meta(internal)).meta(internal) },
      {
        examples: [
          { orderCode: 'A', lines: [], ...times },
          { orderCode: 'A', lines: [{ item: 'B' }], ...times },
        ],
      },
    );
    expect(rules.catalogueFaults([sound])).toEqual([]);
  });

  it('want a description on every field and list item', () => {
    const fields = {
      a: z.int(),
      lines: z.array(z.strictObject({ item: code }).meta(internal)).meta(internal),
      codes: z.array(code).meta(internal),
    };
    expect(faultsOf(rules.everyFieldIsDescribed, fields)).toEqual([
      'a has no description',
      'lines[].item has no description',
      'codes[] has no description',
    ]);
  });

  it('want a privacy class on every field and list item', () => {
    const fields = { a: z.int().meta({ description: 'x' }), codes: z.array(code).meta(internal) };
    expect(faultsOf(rules.everyFieldHasAPrivacyClass, fields)).toEqual([
      'a has no privacy class',
      'codes[] has no privacy class',
    ]);
  });

  it.each([
    'patientName',
    'nameZh',
    'fullname',
    'phone',
    'mobileNo',
    'tel',
    'homeAddress',
    'nationalId',
    'idCardNo',
    'guardianCode',
    'contact',
    'email',
  ])('refuse a field named %s', (name) => {
    expect(faultsOf(rules.noFieldIdentifiesAPerson, { block: z.strictObject({ [name]: code }).meta(internal) })).toEqual([
      `block.${name} is named like something that identifies a person`,
    ]);
  });

  it('allow the name of a place where it is one', () => {
    const institution = { name: 'registry.institution.changed', owner: 'registry' } as const;
    expect(faultsOf(rules.noFieldIdentifiesAPerson, { nameZh: code }, institution)).toEqual([]);
  });

  it('refuse a text without a form', () => {
    const fields = { note: z.string().max(20).meta(internal), label: z.string().meta({ description: 'x', privacy: 'public' }) };
    expect(faultsOf(rules.noTextIsFree, fields)).toEqual(['note takes any text']);
  });

  it.each<[string, Different, z.ZodRawShape, string[]]>([
    [
      'a birth date elsewhere',
      {},
      { birthDate: z.iso.date().meta(sensitive) },
      ['birthDate does not belong into contracts.test-order.placed'],
    ],
    [
      'a birth date that is not marked',
      { name: 'registry.resident.changed', owner: 'registry' },
      { birthDate: z.iso.date().meta(internal) },
      ['birthDate is not marked sensitive'],
    ],
    [
      'a diagnosis elsewhere',
      {},
      { mainDiagnosis: code.meta(sensitive) },
      ['mainDiagnosis does not belong into contracts.test-order.placed'],
    ],
    [
      'a diagnosis whose items are not marked',
      { name: 'settlement.claim.received', owner: 'settlement' },
      { diagnosisCodes: z.array(code.meta(internal)).meta(sensitive) },
      ['diagnosisCodes[] is not marked sensitive'],
    ],
    [
      'a marked diagnosis in a claim',
      { name: 'settlement.claim.received', owner: 'settlement' },
      { diagnosisCode: code.meta(sensitive) },
      [],
    ],
  ])('judge %s', (_, different, fields, faults) => {
    expect(faultsOf(rules.sensitiveFactsStayWhereTheyBelong, fields, different)).toEqual(faults);
  });

  it.each([
    ['one example only', [{ orderCode: 'A' }], ['has fewer than two examples']],
    [
      'a first that says more',
      [
        { orderCode: 'A', lines: [1] },
        { orderCode: 'A', lines: [] },
      ],
      ['its first example says more than another'],
    ],
    [
      'a first with fewer nulls',
      [
        { orderCode: 'A', note: 1 },
        { orderCode: 'A', note: null },
      ],
      ['its first example says more than another'],
    ],
    [
      'a minimal first',
      [
        { orderCode: 'A', note: null },
        { orderCode: 'A', note: { a: 1 } },
      ],
      [],
    ],
  ])('judge %s', (_, examples, faults) => {
    expect(rules.theFirstExampleIsMinimal({ ...planted({}, { examples: [] }), examples })).toEqual(faults);
  });

  it('refuse a second event beside a state', () => {
    const examples = [
      { orderCode: 'A', ...times },
      { orderCode: 'AB', ...times },
    ];
    const state = planted({}, { topicKind: 'state', examples });
    const delta = planted({}, { name: 'contracts.test-order.moved', examples });
    expect(rules.catalogueFaults([state])).toEqual([]);
    expect(rules.catalogueFaults([state, delta])).toEqual([
      'contracts.test-order.placed: the state topic contracts.test-order.v1 holds another event too',
    ]);
  });

  it('are all in the list', () => {
    const exported = Object.values(rules).filter((rule) => typeof rule === 'function' && rule !== rules.catalogueFaults);
    expect(new Set(rules.catalogueRules)).toEqual(new Set(exported));
  });
});
