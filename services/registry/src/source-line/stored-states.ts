import { Injectable } from '@nestjs/common';
import type { RowSchema, Tx } from '@yigongti/database';
import type { EventDefinition, EventMeta, OutgoingEvent } from '@yigongti/events';
import { Ids, type Uuid } from '@yigongti/kernel';
import { eventMeta, type StateSource } from '@yigongti/messaging';
import type { SourcedRow } from './sourced-row.ts';

/** How the stored rows of one kind of master record become events of their state topic. */
export interface StoredKind<Row extends SourcedRow> {
  readonly definition: EventDefinition;
  readonly row: RowSchema<Row>;
  /** Property of the aggregate's id. */
  readonly id: keyof Row & string;
  toEvent(row: Row, meta: EventMeta): OutgoingEvent;
}

/** The kind's state source, for the container: rows locked in order of their ids, each said as it was, with a cause of its own. */
export function storedStates<Row extends SourcedRow>(kind: StoredKind<Row>): new (ids: Ids) => StateSource {
  @Injectable()
  class StoredStates implements StateSource {
    readonly definition = kind.definition;

    constructor(private readonly ids: Ids) {}

    async currentState(tx: Tx, aggregateIds: readonly Uuid[]): Promise<OutgoingEvent[]> {
      const rows = await tx
        .createQueryBuilder(kind.row, 'state')
        .where(`state.${kind.id} = any(:aggregateIds::uuid[])`, { aggregateIds })
        .orderBy(`state.${kind.id}`)
        .setLock('pessimistic_read')
        .getMany();
      return rows.map((stored) => kind.toEvent(stored, this.meta(stored)));
    }

    private meta({ version, recordedAt }: Row): EventMeta {
      const cause = { correlationId: this.ids.next(), causationId: null, traceparent: null, recordedAt };
      return eventMeta(cause, this.ids.next(), version);
    }
  }
  return StoredStates;
}
