import { describe, expect, it } from '@jest/globals';
import { InvalidEnvelope, InvalidEvent } from '@yigongti/events';
import { InvariantViolated, refuse, Refused } from '@yigongti/kernel';
import { errorClassOf } from './error-class.ts';
import { NotYet, Poison } from './subscription.ts';

const name = '张三';
const refusal = refuse({ code: 'contracts.contract.already-signed', kind: 'conflict', titleZh: name, titleEn: name });

describe('the class of an error', () => {
  it.each<[string, unknown, string]>([
    ['a refusal', new Refused([refusal]), 'Refused: contracts.contract.already-signed'],
    ['an invariant', new InvariantViolated('contracts.contract.no-team', name), 'InvariantViolated: contracts.contract.no-team'],
    ['a handler’s own word', new Poison('claim.no-list'), 'Poison: claim.no-list'],
    ['waiting', new NotYet('resident.unknown'), 'NotYet: resident.unknown'],
    ['a schema', new InvalidEvent('t', [{ pointer: '/a', problem: 'is missing' }]), 'InvalidEvent: t: /a is missing'],
    ['an envelope', new InvalidEnvelope('the header ce_id is missing'), 'InvalidEnvelope: the header ce_id is missing'],
    ['a constraint', Object.assign(new Error(name), { code: '23505', constraint: 'one_a_day' }), 'SQLSTATE 23505 one_a_day'],
    ['anything else', new RangeError(name), 'RangeError'],
    ['what is no error', name, 'string'],
  ])('names %s and no value', (_, error, expected) => {
    expect(errorClassOf(error)).toBe(expected);
    expect(errorClassOf(error)).not.toContain(name);
  });
});
