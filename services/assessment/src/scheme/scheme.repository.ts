import type { Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import type { Scheme } from './domain/scheme.ts';

export interface SchemeFilter {
  readonly schemeCode?: string;
  readonly limit: number;
  /** Id of the last scheme shown. */
  readonly after: Uuid | null;
}

export abstract class SchemeRepository {
  abstract find(tx: Tx, schemeId: Uuid): Promise<Scheme | null>;

  /** In order of publishing; one more than `limit` when there is more. */
  abstract list(tx: Tx, filter: SchemeFilter): Promise<Scheme[]>;

  /** @throws Refused `version-taken` */
  abstract insert(tx: Tx, scheme: Scheme, event: OutgoingEvent): Promise<void>;
}
