import type { LineOutcome, Statement, Tx } from '@yigongti/database';
import type { EventMeta, OutgoingEvent } from '@yigongti/events';
import {
  digestOf,
  formatInstant,
  parseInstant,
  refuse,
  type CommandContext,
  type Ids,
  type Json,
  type Refusal,
  type Uuid,
} from '@yigongti/kernel';
import { eventMeta, saveManyWithEvents } from '@yigongti/messaging';
import { decideLine, type StoredLine } from './domain/source-line.ts';
import { changed, failed, unchanged } from './line-outcome.ts';
import { sourceLineRefusals } from './source-line-refusals.ts';
import type { SourcedRow } from './sourced-row.ts';

/** What a new row begins with: its id, and what every imported record has beside its own facts. */
export interface RowHead extends SourcedRow {
  readonly id: Uuid;
}

export interface SourcedLine {
  readonly sourceVersion: number;
  /** Of the line itself; else the upload's holds. */
  readonly occurredAt?: string;
}

/** How one kind of master record goes from line to row to event. */
export interface StateKind<Line extends SourcedLine, Row extends SourcedRow> {
  readonly table: string;
  /** One statement that writes all rows, new ones and those one version ahead of what is stored. */
  upsert(rows: readonly Row[]): Statement;
  /** Unique column that names the record for its source. */
  readonly keyColumn: string;
  /** Column of the aggregate's id. */
  readonly idColumn: string;
  /** Where several units may report one record: the column of the unit that did, and what a line says of it. */
  readonly unit?: UnitOf<Line>;
  /** Under which keys the record may be stored: the first is written, all of them are read, so that keyed indexes can change keys. */
  keysOf(line: Line): readonly string[];
  /**
   * What decides whether two lines say the same; personal data goes in as its blind index only. The first is written, all of them are
   * compared.
   */
  contentsOf(line: Line): readonly Json[];
  /** Reasons beyond the line's shape, all at once. */
  refusalsOf(line: Line): readonly Refusal[];
  toRow(line: Line, head: RowHead): Row;
  toEvent(row: Row, meta: EventMeta): OutgoingEvent;
}

export interface UnitOf<Line> {
  readonly column: string;
  of(line: Line): string;
  /** Whether the line says that the record is no longer the unit's. */
  leaves(line: Line): boolean;
}

interface Planned<Row> {
  readonly row: Row;
  readonly event: OutgoingEvent;
  readonly outcome: LineOutcome;
}

export interface ImportPorts {
  readonly context: CommandContext;
  readonly ids: Ids;
}

/**
 * Imports a chunk of lines of one kind: reads what is stored, decides line by line, writes rows and events in one statement. A record
 * that stands again in the same chunk waits for the next round, so that its lines are decided in their order.
 * @throws StaleVersion when another import wrote one of the records meanwhile; the host redoes the chunk line by line
 */
export async function importStates<Line extends SourcedLine, Row extends SourcedRow>(
  tx: Tx,
  kind: StateKind<Line, Row>,
  lines: readonly Line[],
  ports: ImportPorts,
): Promise<LineOutcome[]> {
  const outcomes: LineOutcome[] = [];
  for (const round of roundsOf(lines, (line) => kind.keysOf(line)[0]!)) {
    const decided = await importRound(
      tx,
      kind,
      round.map((index) => lines[index]!),
      ports,
    );
    round.forEach((index, position) => (outcomes[index] = decided[position]!));
  }
  return outcomes;
}

/** Positions of the lines by round: no key stands twice in one round, and a key's lines keep their order. */
export function roundsOf<Line>(lines: readonly Line[], keyOf: (line: Line) => string): number[][] {
  const rounds: number[][] = [];
  const occurrences = new Map<string, number>();
  lines.forEach((line, index) => {
    const occurrence = occurrences.get(keyOf(line)) ?? 0;
    occurrences.set(keyOf(line), occurrence + 1);
    (rounds[occurrence] ??= []).push(index);
  });
  return rounds;
}

async function importRound<Line extends SourcedLine, Row extends SourcedRow>(
  tx: Tx,
  kind: StateKind<Line, Row>,
  lines: readonly Line[],
  ports: ImportPorts,
): Promise<LineOutcome[]> {
  const stored = await readStored(tx, kind, lines);
  const planned: Planned<Row>[] = [];
  const outcomes = lines.map((line) => {
    const plan = planLine(kind, line, stored(line), ports);
    if (!('row' in plan)) return plan;
    planned.push(plan);
    return plan.outcome;
  });
  if (planned.length > 0) {
    const change = kind.upsert(planned.map((plan) => plan.row));
    await saveManyWithEvents(
      tx,
      change,
      planned.map((plan) => plan.event),
    );
  }
  return outcomes;
}

function planLine<Line extends SourcedLine, Row extends SourcedRow>(
  kind: StateKind<Line, Row>,
  line: Line,
  stored: StoredLine | undefined,
  { context, ids }: ImportPorts,
): Planned<Row> | LineOutcome {
  const refusals = kind.refusalsOf(line);
  if (refusals.length > 0) return failed(...refusals);
  const digests = kind.contentsOf(line).map(digestOf);
  const digest = digests.find((known) => known === stored?.digest) ?? digests[0]!;
  const occurredAt = line.occurredAt ? formatInstant(parseInstant(line.occurredAt)) : context.occurredAt;
  const said = { sourceVersion: line.sourceVersion, digest, unit: kind.unit?.of(line) ?? null, occurredAt };
  const decision = decideLine(stored, said, kind.unit?.leaves(line));
  if (decision === 'version-reused') return failed(refuse(sourceLineRefusals.versionReused, { pointer: '/sourceVersion' }));
  if (decision === 'unchanged' || decision === 'superseded') return unchanged(stored!.id);
  const head = {
    id: stored?.id ?? ids.next(),
    version: (stored?.version ?? 0) + 1,
    sourceVersion: line.sourceVersion,
    digest,
    occurredAt,
    recordedAt: context.recordedAt,
  };
  const row = kind.toRow(line, head);
  const event = kind.toEvent(row, eventMeta(context, ids.next(), head.version));
  return { row, event, outcome: changed(decision, head.id) };
}

async function readStored<Line extends SourcedLine, Row extends SourcedRow>(
  tx: Tx,
  kind: StateKind<Line, Row>,
  lines: readonly Line[],
): Promise<(line: Line) => StoredLine | undefined> {
  const keys = new Set(lines.flatMap((line) => kind.keysOf(line)));
  const rows = await tx.query<(Omit<StoredLine, 'occurredAt'> & { key: string; occurredAt: Date })[]>(
    `select ${kind.keyColumn} as key, ${kind.idColumn} as id, version, source_version as "sourceVersion", digest,
       ${kind.unit?.column ?? 'null'} as unit, occurred_at as "occurredAt"
     from ${kind.table} where ${kind.keyColumn} = any($1) order by 1 for update`,
    [[...keys]],
  );
  const byKey = new Map(rows.map(({ key, ...row }) => [key, { ...row, occurredAt: formatInstant(row.occurredAt) }]));
  return (line) => {
    const key = kind.keysOf(line).find((known) => byKey.has(known));
    return key === undefined ? undefined : byKey.get(key);
  };
}
