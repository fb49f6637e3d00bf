import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankPeers, type Contender } from './ranking.ts';

const contenders = (values: readonly (string | null)[], peerGroup = 'TOWNSHIP'): Contender[] =>
  values.map((value, index) => ({ institutionCode: `${peerGroup[0]}${index}`, peerGroup, value }));
const ranks = (values: readonly (string | null)[], better: 'UP' | 'DOWN' = 'UP') =>
  rankPeers(contenders(values), better).map(({ institutionCode, rank }) => `${institutionCode} ${rank}`);

describe('places within a peer group', () => {
  it.each<[string, (string | null)[], 'UP' | 'DOWN', string[]]>([
    ['the highest first', ['80', '90.5', '70'], 'UP', ['T1 1', 'T0 2', 'T2 3']],
    ['the lowest first where less is better', ['80', '90.5', '70'], 'DOWN', ['T2 1', 'T0 2', 'T1 3']],
    [
      'equal values share the best place, the next is left out: 1224',
      ['90', '80', '80.00', '70'],
      'UP',
      ['T0 1', 'T1 2', 'T2 2', 'T3 4'],
    ],
    ['all equal are all first', ['60', '60', '60'], 'UP', ['T0 1', 'T1 1', 'T2 1']],
    ['who has no value has no place and takes none', [null, '1', '2'], 'UP', ['T2 1', 'T1 2', 'T0 null']],
  ])('%s', (_, values, better, places) => {
    expect(ranks(values, better)).toEqual(places);
  });

  it('are counted for each group by itself', () => {
    const places = rankPeers([...contenders(['10', '20']), ...contenders(['5', null], 'COUNTY')], 'UP');
    expect(places.map(({ institutionCode, rank, peers }) => [institutionCode, rank, peers])).toEqual([
      ['C0', 1, 1],
      ['C1', null, 1],
      ['T1', 1, 2],
      ['T0', 2, 2],
    ]);
  });

  it('do not depend on the order of those compared', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('1', '2', '2.0', '3', null), { maxLength: 9 }), (values) => {
        const given = contenders(values);
        expect(rankPeers([...given].reverse(), 'UP')).toEqual(rankPeers(given, 'UP'));
      }),
    );
  });
});
