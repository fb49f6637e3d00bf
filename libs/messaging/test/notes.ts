import { randomBytes } from 'node:crypto';
import {
  commandTablesV1,
  createDataSource,
  insertStatement,
  sqlMigration,
  TypeormTransactions,
  type Tx,
} from '@yigongti/database';
import { defineEvent, type DataOf, type EventDefinition, type OutgoingEvent } from '@yigongti/events';
import type { Uuid } from '@yigongti/kernel';
import { FakeClock, SequentialIds, testDatabase, type TestDatabase } from '@yigongti/testing';
import { EntitySchema, type DataSource } from 'typeorm';
import { z } from 'zod';
import { configureMessaging } from '../src/messaging-settings.ts';
import { saveWithEvents } from '../src/outbox/outbox.ts';
import { messagingTablesV1 } from '../src/tables.sql.ts';

const at = '2026-06-01T09:00:00.000+08:00';
const times = { occurredAt: at, recordedAt: at };
const noteId = '019f0000-0000-7000-8000-000000000001';

/** A made-up event whose topic no other spec has. */
export function defineNoteEvent(fact = 'written', topicKind: 'facts' | 'state' = 'facts', aggregate = uniqueAggregate()) {
  return defineEvent({
    name: `contracts.${aggregate}.${fact}`,
    version: 1,
    owner: 'contracts',
    keyField: 'noteId',
    topicKind,
    status: 'draft',
    titleZh: '便笺',
    titleEn: 'A note',
    data: z.strictObject({ noteId: z.string(), text: z.string() }),
    examples: [
      { noteId, text: 'one', ...times },
      { noteId, text: 'two', ...times },
    ],
  });
}

export type NoteEvent = ReturnType<typeof defineNoteEvent>;
export type Note = DataOf<NoteEvent>;

export function uniqueAggregate(): string {
  const letters = [...randomBytes(8)].map((byte) => String.fromCharCode(97 + (byte % 26))).join('');
  return `note-${letters}`;
}

export interface NoteRow {
  noteId: Uuid;
  text: string;
  version: number;
}

export const noteRow = new EntitySchema<NoteRow>({
  name: 'note',
  tableName: 'note',
  columns: {
    noteId: { name: 'note_id', type: 'uuid', primary: true },
    text: { type: 'text' },
    version: { type: 'int' },
  },
});

const migrations = [
  sqlMigration({
    at: 1795000000000,
    name: 'create-note',
    reason: 'Something to write, and something to count readings in.',
    up: [
      commandTablesV1,
      messagingTablesV1,
      'create table note (note_id uuid primary key, text text not null, version int not null)',
      `create table reading (position bigint generated always as identity, note_id uuid not null, version int not null,
         text text not null, unique (note_id, version))`,
    ],
  }),
];

/** A service with an outbox and an inbox, on a database of its own. */
export class NoteService {
  readonly clock = new FakeClock();
  readonly ids = new SequentialIds(Number.parseInt(randomBytes(1).toString('hex'), 16));
  readonly transactions: TypeormTransactions;

  private constructor(
    readonly database: TestDatabase,
    readonly dataSource: DataSource,
  ) {
    this.transactions = new TypeormTransactions(dataSource);
    configureMessaging(dataSource, { county: 'changle', service: 'contracts', clock: this.clock });
  }

  static async start(): Promise<NoteService> {
    const database = await testDatabase({ schema: 'contracts', migrations });
    const dataSource = createDataSource({ url: database.url, schema: 'contracts', rows: [noteRow], poolSize: 20 });
    return new NoteService(database, await dataSource.initialize());
  }

  /** The same service in a process of its own, on the database of another. */
  static async at(url: string): Promise<NoteService> {
    const dataSource = createDataSource({ url, schema: 'contracts', rows: [noteRow] });
    return new NoteService({ url } as TestDatabase, await dataSource.initialize());
  }

  async close(): Promise<void> {
    await this.dataSource.destroy();
    await this.database.close();
  }

  event(definition: NoteEvent, note: NoteRow): OutgoingEvent<Note> {
    const meta = { eventId: this.ids.next(), aggregateVersion: note.version, causationId: null, traceparent: null };
    return definition.create({ noteId: note.noteId, text: note.text, ...times }, { ...meta, correlationId: note.noteId });
  }

  /** Writes the note's next version with its event; returns the version. */
  write(definition: NoteEvent, id: Uuid, text = 'text'): Promise<number> {
    return this.transactions.run((tx) => this.writeIn(tx, definition, id, text));
  }

  async writeIn(tx: Tx, definition: NoteEvent, id: Uuid, text = 'text'): Promise<number> {
    const [row] = await tx.query<{ version: number }[]>('select version from note where note_id = $1 for update', [id]);
    const note = { noteId: id, text, version: (row?.version ?? 0) + 1 };
    const change = row
      ? { text: 'update note set text = $2, version = $3 where note_id = $1', parameters: [id, text, note.version] }
      : insertStatement(noteRow, note);
    await saveWithEvents(tx, change, [this.event(definition, note)]);
    return note.version;
  }

  query<Row extends object>(text: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query<Row[]>(text, parameters);
  }

  async count(table: string): Promise<number> {
    const [row] = await this.query<{ n: number }>(`select count(*)::int as n from ${table}`);
    return row!.n;
  }

  /** Whether a session of this database holds, or waits for, a lock of the kind. */
  async hasLocks(kind: string, granted: boolean): Promise<boolean> {
    const rows = await this.query(
      `select from pg_locks where locktype = $1 and granted = $2
         and database = (select oid from pg_database where datname = current_database())`,
      [kind, granted],
    );
    return rows.length > 0;
  }

  /** Versions read of each note, in the order of reading. */
  async readings(): Promise<Map<Uuid, number[]>> {
    const rows = await this.query<{ note_id: Uuid; version: number }>('select note_id, version from reading order by position');
    const byNote = new Map<Uuid, number[]>();
    for (const row of rows) byNote.set(row.note_id, [...(byNote.get(row.note_id) ?? []), row.version]);
    return byNote;
  }
}

/** A handler that counts: reading a version twice breaks the table's unique key. */
export async function readNote(tx: Tx, event: { aggregateId: string; aggregateVersion: number; data: Note }): Promise<void> {
  await tx.query('insert into reading (note_id, version, text) values ($1, $2, $3)', [
    event.aggregateId,
    event.aggregateVersion,
    event.data.text,
  ]);
}

export const upTo = (version: number) => Array.from({ length: version }, (_, index) => index + 1);

export const noteIds = (count: number, series = 900) => upTo(count).map((n) => SequentialIds.at(n, series));

/** Twelve partitions, as every topic of the suite has; a state topic is compacted as soon as Kafka can. */
export function topicOf(definition: EventDefinition) {
  const compacted = {
    'cleanup.policy': 'compact',
    'segment.ms': '100',
    'min.cleanable.dirty.ratio': '0.001',
    'max.compaction.lag.ms': '100',
    'delete.retention.ms': '100',
  };
  const settings: Record<string, string> = definition.topicKind === 'state' ? compacted : {};
  return { name: definition.topic, partitions: 12, replicationFactor: 1, settings };
}
