import { describe, expect, it } from '@jest/globals';
import { foundIn, linesOf, personalDataOf } from './personal-data.ts';

const lines = linesOf({ county: 'changle', seed: '7', residents: 50 });
const personal = personalDataOf(lines);

describe('the search for personal data', () => {
  it('knows names, national ids and phones of everybody', () => {
    const { name, nationalId, phone } = lines.find((line) => line.name.length > 2)!;
    expect(personal).toEqual(expect.arrayContaining([name, nationalId, phone]));
    expect(personal.length).toBeGreaterThan(100);
  });

  it.each([
    ['in text', (secret: string) => [`{"note":"${secret}"}`]],
    ['in bytes', (secret: string) => [Buffer.from(`x${secret}`)]],
    ['in a path', (secret: string) => [`/registry/v1/${encodeURIComponent(secret)}`]],
    ['among many', (secret: string) => ['nothing', secret, 'nothing']],
  ])('finds one %s', (_, plant) => {
    for (const secret of [lines[0]!.name, lines[0]!.nationalId, lines[0]!.phone])
      expect(foundIn(plant(secret), [secret])).toEqual([secret]);
  });

  it('finds nothing where nothing is', () => expect(foundIn(['{"residentId":"01936b5e-7a3c"}'], personal)).toEqual([]));
});
