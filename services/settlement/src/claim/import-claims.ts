import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import { businessDateOf, formatInstant, Ids, parseInstant, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { receivedEvent } from './claim-event.ts';
import { ClaimRepository } from './claim.repository.ts';
import type { Claim } from './domain/claim.ts';
import { GatherFacts } from './gather-facts.ts';
import { contentDigest, toList, type ListLine } from './list-line.ts';
import { settleList } from './settle-list.ts';

/** What became of a line, with the patient whose record it changed. */
export interface ClaimOutcome extends LineOutcome {
  readonly residentId?: Uuid;
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
    const claims: Claim[] = [];
    const events: OutgoingEvent[] = [];
    const outcomes = lines.map(({ value }, index): ClaimOutcome => {
      const sent = { list: lists[index]!, contentDigest: contentDigest(value), sentOn: businessDateOf(value.occurredAt) };
      const settled = settleList(sent, facts, this.ids.next());
      if ('refusals' in settled) return { status: 'refused', refusals: settled.refusals };
      if ('unchanged' in settled) return { status: 'unchanged', id: settled.unchanged };
      const { claim } = settled;
      facts.add(claim);
      claims.push(claim);
      const times = { occurredAt: formatInstant(parseInstant(value.occurredAt)), recordedAt: context.recordedAt };
      events.push(receivedEvent(claim, times, eventMeta(context, this.ids.next(), claim.version)));
      return { status: 'created', id: claim.claimId, residentId: claim.list.residentId };
    });
    await this.claims.insertAll(tx, { claims, events, years: facts.years() });
    return outcomes;
  }
}
