import { describe, expect, it } from '@jest/globals';
import { chooseExamples } from './choose-examples.ts';
import { exampleFaults, type ExampledDocument } from './example-faults.ts';

const note = {
  type: 'object',
  properties: { id: { type: 'integer' }, text: { type: ['string', 'null'] } },
  required: ['id'],
};
const documentWith = (request?: unknown, answer?: unknown): ExampledDocument => ({
  paths: {
    '/notes/v1/notes/{id}': {
      post: {
        operationId: 'Note.change',
        requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' }, example: request } } },
        responses: {
          '200': { content: { 'application/json': { schema: { $ref: '#/components/schemas/Note' }, example: answer } } },
          '404': { content: { 'application/problem+json': {} } },
        },
      },
    },
  },
  components: { schemas: { Note: note } },
});

describe('the examples of a document', () => {
  it.each([
    ['nothing wrong', { id: 1 }, { id: 1, text: null }, []],
    ['none', undefined, { id: 1 }, ['x Note.change request: has no example']],
    ['a missing field', { id: 1 }, {}, ["x Note.change answer: / must have required property 'id'"]],
    ['a wrong type', { id: 'a' }, { id: 1 }, ['x Note.change request: /id must be integer']],
    [
      'a field that is not in the schema',
      { id: 1, old: 1 },
      { id: 1 },
      ['x Note.change request: / must NOT have additional properties'],
    ],
  ])('are looked through for %s', (_, request, answer, faults) => {
    expect(exampleFaults('x', documentWith(request, answer))).toEqual(faults);
  });
});

describe('an example', () => {
  const recording = (request: unknown, answer: unknown, path = '/notes/v1/notes/7') => ({
    method: 'POST',
    path,
    request,
    answer,
  });
  const chosen = (recordings: ReturnType<typeof recording>[], before = {}) =>
    chooseExamples(documentWith(), recordings, before)['Note.change'];

  it('is the recording that shows most', () => {
    const full = recording({ id: 1 }, { id: 1, text: 'a' });
    expect(chosen([recording({ id: 1 }, { id: 1, text: null }), full])).toEqual({ request: full.request, answer: full.answer });
  });
  it('is none that was refused its schema, nor one of another operation', () => {
    expect(chosen([recording({ id: 'a' }, { id: 1 }), recording({ id: 1 }, { id: 1 }, '/notes/v1/notes')])).toBeUndefined();
  });
  it('stays while it keeps its schema', () => {
    const before = { 'Note.change': { request: { id: 2 }, answer: { id: 2 } } };
    expect(chosen([recording({ id: 1 }, { id: 1, text: 'a' })], before)).toEqual(before['Note.change']);
    expect(chosen([], { 'Note.change': { request: { id: 'old' }, answer: { id: 2 } } })).toBeUndefined();
  });
});
