import type { BusinessDate, Uuid } from '@yigongti/kernel';

/** Methods that a scheme may name; the value set `scoring` of the events. */
export type SchemeScoring = 'LINEAR_UP' | 'LINEAR_DOWN';

export interface SchemeItem {
  readonly indicatorCode: string;
  /** Points of 100, as exact decimal text. */
  readonly weight: string;
  readonly scoring: SchemeScoring;
  /** Value that earns the whole weight, in the indicator's unit, as exact decimal text. */
  readonly target: string;
}

/** What identifies a version of a scheme. */
export interface SchemeHead {
  readonly schemeId: Uuid;
  readonly schemeCode: string;
  readonly schemeVersion: number;
  /** First day that it holds for. */
  readonly validFrom: BusinessDate;
}

export interface SchemeProposal extends SchemeHead {
  readonly items: readonly SchemeItem[];
  /** Direction of each indicator in the catalogue, by code. */
  readonly directions: Readonly<Record<string, 'UP' | 'DOWN'>>;
}
