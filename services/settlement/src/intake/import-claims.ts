import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { businessDateOf, formatInstant, Ids, parseInstant, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { ClaimRepository, receivedEvent, reversedEvent, type Claim, type EventTimes, type Reversed } from '../claim/index.ts';
import { GatherFacts } from './gather-facts.ts';
import { contentDigest, toList, type ListLine } from './list-line.ts';
import { settleList } from './settle-list.ts';

/** What became of a line, with the patients whose record it changed: two where a correction names another one. */
export interface ClaimOutcome extends LineOutcome {
  readonly residentIds?: readonly Uuid[];
}

/** What the lines of a chunk come to. */
class ChunkBook {
  readonly claims: Claim[] = [];
  readonly received: OutgoingEvent[] = [];
  readonly reversals: Reversed[] = [];
  readonly reversed: OutgoingEvent[] = [];
}

/** Takes settlement lists (结算清单上传): checked, paid by the policy of the day of discharge, grouped and scored, each with its explanation. */
@Injectable()
export class ImportClaims implements LineImport<ListLine> {
  constructor(
    private readonly gathering: GatherFacts,
    private readonly claims: ClaimRepository,
    private readonly ids: Ids,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<ListLine>[], context: CommandContext): Promise<ClaimOutcome[]> {
    const lists = lines.map(({ value }) => toList(value));
    const facts = await this.gathering.execute(tx, lists, context.caller);
    const book = new ChunkBook();
    const outcomes = lines.map(({ value }, index): ClaimOutcome => {
      const sent = { list: lists[index]!, contentDigest: contentDigest(value), sentOn: businessDateOf(value.occurredAt) };
      const settled = settleList(sent, facts, this.ids.next());
      if ('refusals' in settled) return { status: 'refused', refusals: settled.refusals };
      if ('unchanged' in settled) return { status: 'unchanged', id: settled.unchanged };
      facts.add(settled.claim, settled.reversed?.claim ?? null);
      this.#enter(book, settled, { value, context });
      return outcomeOf(settled);
    });
    await this.claims.save(tx, { ...book, years: facts.years() });
    return outcomes;
  }

  #enter(book: ChunkBook, { claim, reversed }: Entered, { value, context }: Line): void {
    const occurredAt = formatInstant(parseInstant(value.occurredAt));
    const times: EventTimes = { occurredAt, recordedAt: context.recordedAt };
    const meta = (version: number) => eventMeta(context, this.ids.next(), version);
    book.claims.push(claim);
    book.received.push(receivedEvent(claim, times, meta(claim.version)));
    if (!reversed) return;
    book.reversals.push(reversed);
    book.reversed.push(reversedEvent(reversed, times, meta(reversed.claim.version)));
  }
}

interface Entered {
  readonly claim: Claim;
  readonly reversed: Reversed | null;
}

interface Line {
  readonly value: ListLine;
  readonly context: CommandContext;
}

function outcomeOf({ claim, reversed }: Entered): ClaimOutcome {
  const residentIds = new Set([claim.list.residentId, ...(reversed ? [reversed.claim.list.residentId] : [])]);
  return { status: reversed ? 'updated' : 'created', id: claim.claimId, residentIds: [...residentIds] };
}
