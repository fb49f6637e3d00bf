import { Readable } from 'node:stream';
import { sqlState, type Transactions, type Tx } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import { hostProblems } from '../problems/host-problems.ts';
import { Problem } from '../problems/problem.ts';
import { importProblems } from './import-problems.ts';
import type { LineImport } from './line-import.ts';
import { parseLine, type LineRules, type ParsedLine } from './parse-line.ts';
import { readLines } from './read-lines.ts';
import type { Receipts } from './receipts.ts';
import { inOrder, refusedLine, sortOut, withoutKind, type LineResult } from './upload-results.ts';
import { writeChunk, type Attempt } from './write-chunk.ts';

export interface UploadOptions {
  readonly stream: AsyncIterable<Uint8Array>;
  readonly context: CommandContext;
  readonly rules: LineRules;
  readonly transactions: Transactions;
  readonly receipts: Receipts;
  readonly linesMax: number;
  /** All or none. */
  readonly atomic: boolean;
  /** Writes nothing, not even a receipt. */
  readonly dryRun: boolean;
  /** Told why the upload was broken off; its answer has begun, so no problem can say it. */
  readonly onBroken: (error: unknown) => void;
}

const chunkLines = 500;
/** One transaction over the whole file: a bound on how long it stays open. */
export const linesInOneTransactionMax = 200_000;

/** Thrown to leave a transaction without committing it. */
class RollBack extends Error {}

/** An upload of NDJSON on its way through an importer: one result per line, in order, never the whole file in memory. */
export class Upload<Value = object> {
  /** For the log line and the figures. */
  readonly counts = { accepted: 0, refused: 0 };

  /** False while it runs, and for good when it was broken off. */
  finished = false;

  constructor(private readonly options: UploadOptions) {}

  /** The stream of results that the controller returns. @throws Refused when an upload with this key is running */
  async through(importer: LineImport<Value>): Promise<Readable> {
    const { context, receipts, dryRun, atomic } = this.options;
    if (!dryRun) await receipts.open(context);
    const results =
      atomic || dryRun ? this.#inOne(importer as LineImport<object>) : this.#inChunks(importer as LineImport<object>);
    return Readable.from(this.#written(results), { objectMode: false });
  }

  async *#written(results: AsyncGenerator<LineResult[]>): AsyncGenerator<string> {
    const { context, receipts, dryRun } = this.options;
    let finished = false;
    try {
      for await (const chunk of results) {
        for (const { status } of chunk) this.counts[status === 'refused' ? 'refused' : 'accepted'] += 1;
        yield chunk.map((result) => `${JSON.stringify(result)}\n`).join('');
      }
      finished = true;
    } catch (error) {
      this.options.onBroken(error);
      throw error;
    } finally {
      this.finished = finished;
      if (!dryRun) await receipts.close(context, finished ? 'FINISHED' : 'INTERRUPTED');
    }
  }

  /** Each chunk commits before its results are written: what was answered is there, whatever happens later. */
  async *#inChunks(importer: LineImport<object>): AsyncGenerator<LineResult[]> {
    const { transactions, receipts, context, linesMax } = this.options;
    const attempt: Attempt = (work) => transactions.run(work);
    for await (const parsed of this.#chunks(linesMax)) {
      const { good, bad } = sortOut(parsed);
      const results = inOrder([...bad, ...(await writeChunk(attempt, importer, good, context))]);
      await transactions.run((tx) => receipts.count(tx, context, results));
      yield results;
    }
  }

  async *#inOne(importer: LineImport<object>): AsyncGenerator<LineResult[]> {
    const results: LineResult[] = [];
    let committed = false;
    try {
      await this.options.transactions.run((tx) => this.#oneTransaction(tx, importer, results));
      committed = true;
    } catch (error) {
      if (!(error instanceof RollBack)) throw error;
    }
    const { dryRun, context, receipts, transactions } = this.options;
    const shown = committed || dryRun ? results : results.map(rolledBack);
    if (!committed && !dryRun) await transactions.run((tx) => receipts.count(tx, context, shown));
    for (let from = 0; from < shown.length; from += chunkLines) yield shown.slice(from, from + chunkLines);
  }

  async #oneTransaction(tx: Tx, importer: LineImport<object>, results: LineResult[]): Promise<void> {
    const { context, receipts, dryRun } = this.options;
    try {
      for await (const parsed of this.#chunks(Math.min(linesInOneTransactionMax, this.options.linesMax))) {
        const { good, bad } = sortOut(parsed);
        results.push(...inOrder([...bad, ...(await writeChunk(savepoints(tx), importer, good, context))]));
      }
    } catch (error) {
      // The stream is consumed: what could be redone with a command cannot be redone here.
      if (sqlState(error)?.startsWith('40')) throw new Problem(hostProblems.databaseBusy, { headers: { 'retry-after': '1' } });
      throw error;
    }
    if (dryRun || results.some(({ status }) => status === 'refused')) throw new RollBack();
    await receipts.count(tx, context, results);
  }

  async *#chunks(linesMax: number): AsyncGenerator<ParsedLine[]> {
    let chunk: ParsedLine[] = [];
    let read = 0;
    for await (const raw of readLines(this.options.stream)) {
      read += 1;
      if (read > linesMax) {
        chunk.push({ line: raw.line, errors: [withoutKind(importProblems.tooManyLines)] });
        break;
      }
      chunk.push(parseLine(raw, this.options.rules));
      if (chunk.length < chunkLines) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  }
}

function savepoints(tx: Tx): Attempt {
  return async (work) => {
    await tx.query('savepoint lines');
    try {
      const result = await work(tx);
      await tx.query('release savepoint lines');
      return result;
    } catch (error) {
      await tx.query('rollback to savepoint lines');
      throw error;
    }
  };
}

function rolledBack(result: LineResult): LineResult {
  return result.status === 'refused' ? result : refusedLine(result.line, [withoutKind(importProblems.rolledBack)]);
}
