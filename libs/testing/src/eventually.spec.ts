import { describe, expect, it } from '@jest/globals';
import { eventually } from './eventually.ts';

describe('eventually', () => {
  it('gives what the probe found once it is there', async () => {
    let asked = 0;
    const found = await eventually('the third answer', () => ((asked += 1) < 3 ? null : asked), { every: 1 });
    expect(found).toBe(3);
  });

  it('tries a probe again that throws', async () => {
    let asked = 0;
    const probe = () => {
      asked += 1;
      expect(asked).toBe(2);
      return 'done';
    };
    await expect(eventually('the second call', probe, { every: 1 })).resolves.toBe('done');
  });

  it('takes zero and the empty text for answers', async () => {
    await expect(eventually('a count', () => 0)).resolves.toBe(0);
    await expect(eventually('a text', () => '')).resolves.toBe('');
  });

  it('says what it waited for and what it saw last', async () => {
    const never = eventually('the referral to be closed', () => Promise.reject(new Error('still ARRIVED')), {
      within: 20,
      every: 5,
    });
    await expect(never).rejects.toThrow('waited 0.02 s for: the referral to be closed\nlast seen: still ARRIVED');
  });
});
