import { compareKeys, decimal, type DecimalInput } from '@yigongti/kernel';

/** One of those who are compared; null: could not be measured, and has no place. */
export interface Contender {
  readonly institutionCode: string;
  /** Who is compared with whom: hospitals with hospitals, towns with towns. */
  readonly peerGroup: string;
  readonly value: DecimalInput | null;
}

export interface Place {
  readonly institutionCode: string;
  readonly peerGroup: string;
  /** Null without a value. */
  readonly rank: number | null;
  /** How many of the group have a place. */
  readonly peers: number;
}

/**
 * Places within each peer group by standard competition ranking: equal values share the best place, and the places that they take up are
 * left out after them (1, 2, 2, 4). By group, then by place, then by code.
 */
export function rankPeers(contenders: readonly Contender[], better: 'UP' | 'DOWN'): Place[] {
  return contenders
    .map(({ institutionCode, peerGroup, value }) => {
      const peers = contenders.filter((other) => other.peerGroup === peerGroup && other.value !== null);
      const ahead = value === null ? null : peers.filter((other) => isAhead(other.value!, value, better)).length;
      return { institutionCode, peerGroup, rank: ahead === null ? null : ahead + 1, peers: peers.length };
    })
    .sort(byGroupAndPlace);
}

function isAhead(a: DecimalInput, b: DecimalInput, better: 'UP' | 'DOWN'): boolean {
  return better === 'UP' ? decimal(a).gt(b) : decimal(a).lt(b);
}

function byGroupAndPlace(a: Place, b: Place): number {
  const last = Number.MAX_SAFE_INTEGER;
  return (
    compareKeys(a.peerGroup, b.peerGroup) ||
    (a.rank ?? last) - (b.rank ?? last) ||
    compareKeys(a.institutionCode, b.institutionCode)
  );
}
