import { describe, expect, it } from '@jest/globals';
import { documentFaults, problemFaults } from './document-faults.ts';

const operation = {
  summary: '签约 · Sign',
  'x-roles': ['TOWNSHIP_CENTRE'],
  responses: { '200': { content: { 'application/json': {} } } },
};
const documentWith = (overrides: object, schema: object = {}) => ({
  paths: { '/x': { post: { ...operation, ...overrides } } },
  components: { schemas: { A: schema } },
});

describe('documentFaults', () => {
  it.each([
    ['nothing wrong', {}, { $ref: '#/components/schemas/A' }, []],
    ['a reference to nothing', {}, { $ref: '#/components/schemas/B' }, ['x: #/components/schemas/B leads nowhere']],
    ['a leftover of 3.0', {}, { nullable: true }, ['x: nullable means nothing in OpenAPI 3.1']],
    ['one language', { summary: 'Sign' }, {}, ['x POST /x: has no title in both languages']],
    ['no answer', { responses: { '200': {} } }, {}, ['x POST /x: does not say what it answers']],
    ['no row', { 'x-roles': undefined }, {}, ['x POST /x: has no row in the access table']],
  ])('finds %s', (_, overrides, schema, faults) => {
    expect(documentFaults('x', documentWith(overrides, schema))).toEqual(faults);
  });
});

describe('problemFaults', () => {
  const problem = (...codes: string[]) => ({
    content: { 'application/problem+json': { schema: { allOf: [{ properties: { code: { enum: codes } } }] } } },
  });
  const all = { '401': problem('a'), '403': problem('b'), '500': problem('c'), '503': problem('d') };

  it.each([
    ['nothing wrong', all, []],
    ['a problem without codes', { ...all, '404': { content: {} } }, ['x POST /x: has no codes at 404']],
    ['a problem with no code', { ...all, '404': problem() }, ['x POST /x: has no codes at 404']],
    ['nothing said of a missing token', { ...all, '401': undefined }, ['x POST /x: does not say what a 401 means']],
  ])('finds %s', (_, responses, faults) => {
    const known = Object.fromEntries(Object.entries(responses).filter(([, response]) => response));
    expect(problemFaults('x', documentWith({ responses: known }))).toEqual(faults);
  });
});
