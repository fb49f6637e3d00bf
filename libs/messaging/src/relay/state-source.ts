import type { Tx } from '@yigongti/database';
import type { EventDefinition, OutgoingEvent } from '@yigongti/events';

/**
 * What the owner of a state topic (compacted, one event type with the full state) gives the relay, so that it can say a state again
 * whose last record on the topic may be an older one (docs/adr/0002).
 */
export interface StateSource {
  readonly definition: EventDefinition;
  /**
   * The aggregates' present state as events of the definition: a new event id each, the version as stored. The rows must be locked
   * (`for share`, in order of their ids) until the transaction ends; unknown ids are left out.
   */
  currentState(tx: Tx, aggregateIds: readonly string[]): Promise<OutgoingEvent[]>;
}
