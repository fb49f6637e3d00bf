import { describe, expect, it } from '@jest/globals';
import { type EventDefinition, referralAccepted } from '@yigongti/events';
import { breakingChanges } from './compatibility.ts';
import { jsonSchemaOf, type JsonSchema } from '../documents/json-schema.ts';

const before = jsonSchemaOf(referralAccepted as EventDefinition);
const required = before.required as string[];
const directions = ['UP', 'DOWN', 'LATERAL'];

/** Paths into the schema of `referrals.referral.accepted`, and what stands there after the change; undefined: gone. */
type Changes = Record<string, unknown>;

function changed(changes: Changes): JsonSchema {
  const copy = structuredClone(before);
  for (const [path, value] of Object.entries(changes)) {
    const steps = path.split('/');
    const last = steps.pop()!;
    const place = steps.reduce((node, step) => node[step] as JsonSchema, copy);
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return copy;
}

describe('what may change in a released schema', () => {
  it.each<[string, Changes]>([
    ['nothing', {}],
    ['an optional field', { 'properties/ward': { type: 'string', 'x-privacy': 'internal' } }],
    ['an optional field of a block', { 'properties/followUpPlan/properties/way': { enum: ['HOME'] } }],
    ['wording', { description: 'y', title: 'z', 'properties/start/description': 'z' }],
    ['examples', { examples: [] }],
    ['the labels of codes', { 'properties/direction/x-labels/UP/en': 'upwards' }],
    [
      'the order of codes and of required names',
      { 'properties/direction/enum': directions.toReversed(), required: required.toReversed() },
    ],
  ])('%s', (_, changes) => {
    expect(breakingChanges(before, changed(changes))).toEqual([]);
  });
});

describe('what breaks a released schema', () => {
  it.each<[string, Changes, string]>([
    ['a required field more', { 'properties/ward': { type: 'string' }, required: [...required, 'ward'] }, '/: required'],
    ['a field that became optional', { required: required.slice(1) }, '/: required'],
    ['a field gone', { 'properties/start': undefined }, '/start: was removed'],
    [
      'a field of a block gone',
      { 'properties/followUpPlan/properties/dueInDays': undefined },
      '/followUpPlan/dueInDays: was removed',
    ],
    ['another type', { 'properties/start/type': 'integer' }, '/start: type'],
    ['a field that may be null', { 'properties/start/type': ['string', 'null'] }, '/start: type'],
    ['a field that may no longer be null', { 'properties/capacityId/type': 'string' }, '/capacityId: type'],
    ['a code more', { 'properties/direction/enum': [...directions, 'SIDEWAYS'] }, '/direction: enum'],
    ['a code less', { 'properties/direction/enum': directions.slice(1) }, '/direction: enum'],
    ['another pattern', { 'properties/referralNo/pattern': '.*' }, '/referralNo: pattern'],
    ['no pattern any more', { 'properties/referralNo/pattern': undefined }, '/referralNo: pattern'],
    ['a format where there was none', { 'properties/referralNo/format': 'uuid' }, '/referralNo: format'],
    ['another bound', { 'properties/followUpPlan/properties/dueInDays/maximum': 400 }, '/followUpPlan/dueInDays: maximum'],
    ['an open object', { additionalProperties: true }, '/: additionalProperties'],
    ['another unit', { 'properties/followUpPlan/properties/dueInDays/x-unit': 'weeks' }, '/followUpPlan/dueInDays: x-unit'],
    ['another privacy class', { 'properties/residentId/x-privacy': 'public' }, '/residentId: x-privacy'],
    ['another address', { $id: 'urn:x' }, '/: $id'],
  ])('%s', (_, changes, finding) => {
    expect(breakingChanges(before, changed(changes))).toEqual([expect.stringContaining(finding)]);
  });

  it('also in the items of a list', () => {
    const list = (items?: JsonSchema): JsonSchema => ({
      type: 'object',
      properties: { lines: { type: 'array', ...(items && { items }) } },
    });
    const line = { type: 'object', properties: { fen: { type: 'integer' } }, required: ['fen'] };
    expect(breakingChanges(list(line), list({ ...line, required: [] }))).toEqual(['/lines/[]: required was ["fen"], is []']);
    expect(breakingChanges(list(line), list())).toEqual([expect.stringContaining('/lines: items')]);
  });
});
