import { describe, expect, it } from '@jest/globals';
import { measure } from './comparison.ts';

describe('a comparison', () => {
  it('interleaves its arms, begins each round with another one and forgets the first round', async () => {
    const order: string[] = [];
    const arm = (name: string, paces: number[]) => ({
      name,
      run: () => {
        order.push(name);
        return Promise.resolve(paces.shift()!);
      },
    });
    const arms = [arm('ours', [1, 80, 90]), arm('limit', [1_000, 100, 100])];
    const progress: number[] = [];
    const result = await measure({ name: 'n', unit: 'u', floor: 0.5, arms }, 2, (done) => progress.push(done));
    expect(order).toEqual(['ours', 'limit', 'limit', 'ours', 'ours', 'limit']);
    expect(result.ratio).toMatchObject({ min: 0.8, max: 0.9 });
    expect(result.arms).toEqual([
      { name: 'ours', perSecond: [80, 90] },
      { name: 'limit', perSecond: [100, 100] },
    ]);
    expect(progress).toEqual([0, 1, 2]);
  });
});
