import { describe, expect, it } from '@jest/globals';
import { isUuid } from '@yigongti/kernel';
import { StepIds } from './step-ids.ts';

const play = { county: 'changle', seed: '1', residents: 200, month: '2026-06' };

describe('ids of steps', () => {
  it('are UUIDs that the same step of the same play has again', () => {
    const id = new StepIds(play).of('sign R0000001');
    expect(isUuid(id)).toBe(true);
    expect(id).toMatch(/^.{14}8.{4}a/);
    expect(new StepIds({ ...play }).of('sign R0000001')).toBe(id);
  });

  it.each([
    ['step', play, 'sign R0000002'],
    ['seed', { ...play, seed: '2' }, 'sign R0000001'],
    ['county', { ...play, county: 'deqing' }, 'sign R0000001'],
    ['size', { ...play, residents: 201 }, 'sign R0000001'],
    ['month', { ...play, month: '2026-05' }, 'sign R0000001'],
  ])('differ by %s', (_, other, step) => {
    expect(new StepIds(other).of(step)).not.toBe(new StepIds(play).of('sign R0000001'));
  });
});
