import { describe, expect, it } from '@jest/globals';
import { InvariantViolated } from '@yigongti/kernel';
import { refusalsOf } from '../../../test/fixtures/refusals.ts';
import { consume, hold, openCapacity, release, type Capacity, type HoldRequest } from './capacity.ts';

const opening = {
  capacityId: '01890000-0000-7000-8000-000000000300',
  institutionCode: 'H01',
  departmentCode: 'CARDIO',
  kind: 'BED',
  from: '2026-06-01',
  to: '2026-06-30',
  total: 1,
} as const;
const referralId = '01890000-0000-7000-8000-000000000100';
const request: HoldRequest = { referralId, institutionCode: 'H01', kind: 'BED', start: '2026-06-30' };
const opened = openCapacity(opening).capacity;

describe('beds and slots', () => {
  it('are held, then used by the arrival', () => {
    const held = hold(opened, request);
    expect(held).toMatchObject({ capacity: { held: 1, consumed: 0, version: 2 }, fact: { kind: 'held', referralId } });
    expect(consume(held.capacity, referralId)).toMatchObject({
      capacity: { held: 0, consumed: 1, version: 3 },
      fact: { kind: 'consumed' },
    });
  });

  it('given back they can be held again', () => {
    const released = release(hold(opened, request).capacity, referralId);
    expect(released).toMatchObject({ capacity: { held: 0, consumed: 0 }, fact: { kind: 'released' } });
    expect(refusalsOf(() => hold(released.capacity, request))).toEqual([]);
  });

  it.each<[string, Capacity]>([
    ['held', hold(opened, request).capacity],
    ['used', consume(hold(opened, request).capacity, referralId).capacity],
    ['none', openCapacity({ ...opening, total: 0 }).capacity],
  ])('are exhausted when the last one is %s', (_, capacity) =>
    expect(refusalsOf(() => hold(capacity, request))).toEqual(['exhausted /capacityId']),
  );

  it('fit by institution, kind and day, with all reasons at once', () => {
    expect(refusalsOf(() => hold(opened, { ...request, institutionCode: 'H02', kind: 'SLOT', start: '2026-07-01' }))).toEqual([
      'of-another-institution /capacityId',
      'of-other-kind /capacityId',
      'not-on-those-days /capacityId',
    ]);
    expect(refusalsOf(() => hold(opened, { ...request, start: '2026-05-31' }))).toEqual(['not-on-those-days /capacityId']);
  });

  it('do not end before they begin', () =>
    expect(refusalsOf(() => openCapacity({ ...opening, to: '2026-05-31' }))).toEqual(['days-reversed /to']));

  it('give back nothing that is not held', () => expect(() => release(opened, referralId)).toThrow(InvariantViolated));
});
