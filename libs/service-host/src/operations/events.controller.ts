import { Body, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Transactions } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import {
  deadEventClosed,
  deadEventNotFound,
  discardDead,
  type Ledger,
  ledger,
  listDead,
  listParked,
  replayDead,
  showDead,
} from '@yigongti/messaging';
import { Command, Context, List, Read } from '../http/decorators.ts';
import { type Page, decodeCursor, pageOf, PageQuery, pageSizeDefault } from '../http/page.ts';
import { UuidPipe } from '../http/shape/uuid.pipe.ts';
import { Answers } from '../openapi/answers.ts';
import { DeclaredEvents } from './declared-events.ts';
import { deadDetail, deadSummary, parkedKey } from './event-views.ts';
import {
  DeadDetailDto,
  DeadPageDto,
  type DeadSummaryDto,
  DeadQuery,
  DiscardDto,
  LedgerDto,
  OperationDto,
  type ParkedKeyDto,
  ParkedPageDto,
  ReplayDto,
} from './events.dto.ts';
import { logOperation } from './operation-log.ts';

/** What operators see and decide about events: totals, parked keys, dead events. */
@ApiTags('events 事件')
export class EventsController {
  constructor(
    private readonly transactions: Transactions,
    private readonly declared: DeclaredEvents,
  ) {}

  @Get('ledger')
  @Read()
  @Answers(LedgerDto, { zh: '事件总账', en: 'Totals and positions of events' })
  async totals(): Promise<Ledger & { consumes: readonly string[] }> {
    return { ...(await this.transactions.run((tx) => ledger(tx))), consumes: this.declared.types };
  }

  @Get('parked')
  @List()
  @Answers(ParkedPageDto, { zh: '暂停的键', en: 'Keys whose events wait in order' })
  async parked(@Query() { cursor, limit = pageSizeDefault }: PageQuery): Promise<Page<ParkedKeyDto>> {
    const after = decodeCursor(cursor, ['string'])?.[0] as string | null | undefined;
    const rows = await this.transactions.run((tx) => listParked(tx, { limit: limit + 1, after: after ?? null }));
    return pageOf(rows, limit, ({ key }) => [key], parkedKey);
  }

  @Get('dead')
  @List()
  @Answers(DeadPageDto, { zh: '死信列表', en: 'Events that were given up' })
  async dead(@Query() { cursor, limit = pageSizeDefault, state }: DeadQuery): Promise<Page<DeadSummaryDto>> {
    const after = uuidOf(decodeCursor(cursor, ['string'])?.[0]);
    const rows = await this.transactions.run((tx) => listDead(tx, { limit: limit + 1, after, ...(state ? { state } : {}) }));
    return pageOf(rows, limit, ({ id }) => [id], deadSummary);
  }

  @Get('dead/:id')
  @Read()
  @Answers(DeadDetailDto, { zh: '死信详情', en: 'A dead event, sensitive fields masked', refusals: [deadEventNotFound] })
  async one(@Param('id', UuidPipe) id: string): Promise<DeadDetailDto> {
    return deadDetail(await this.transactions.run((tx) => showDead(tx, id)));
  }

  @Post('dead/:id/replay')
  @Command()
  @Answers(OperationDto, {
    zh: '重放死信',
    en: 'Put a dead event back to its queue',
    refusals: [deadEventNotFound, deadEventClosed],
  })
  replay(@Param('id', UuidPipe) id: string, @Body() _body: ReplayDto, @Context() context: CommandContext): Promise<OperationDto> {
    return this.transactions.command(context, async (tx) => {
      await replayDead(tx, id, context.caller.subject);
      await logOperation(tx, context, { action: 'replay-dead', target: id, reason: null });
      return { id, state: 'REPLAYED' };
    });
  }

  @Post('dead/:id/discard')
  @Command()
  @Answers(OperationDto, { zh: '丢弃死信', en: 'Give a dead event up', refusals: [deadEventNotFound, deadEventClosed] })
  discard(
    @Param('id', UuidPipe) id: string,
    @Body() { reason }: DiscardDto,
    @Context() context: CommandContext,
  ): Promise<OperationDto> {
    return this.transactions.command(context, async (tx) => {
      await discardDead(tx, id, context.caller.subject, reason);
      await logOperation(tx, context, { action: 'discard-dead', target: id, reason });
      return { id, state: 'DISCARDED' };
    });
  }
}

function uuidOf(cursor: string | number | null | undefined): string | null {
  return typeof cursor === 'string' ? new UuidPipe().transform(cursor) : null;
}
