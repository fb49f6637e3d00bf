import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller, CommandContext } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  Command,
  Context,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
  UuidPipe,
  type Page,
} from '@yigongti/service-host';
import { poolRefusals } from './domain/pool-refusals.ts';
import { FindPools } from './find-pools.ts';
import { OpenPool } from './open-pool.ts';
import type { PoolView } from './pool-view.ts';
import { FindPoolsQuery, OpenPoolDto, PoolDto, PoolPageDto } from './pool.dto.ts';

const { notFound, ...opening } = poolRefusals;

@ApiTags('pool 基金池')
@Controller('settlement/v1/pools')
export class PoolController {
  constructor(
    private readonly opening: OpenPool,
    private readonly pools: FindPools,
  ) {}

  @Post()
  @Command<PoolView>({ status: 201, location: (view) => `/settlement/v1/pools/${view.poolId}` })
  @Answers(PoolDto, { zh: '建立基金池', en: 'Open the fund pool of a year', refusals: Object.values(opening) })
  open(@Body() { occurredAt: _, ...command }: OpenPoolDto, @Context() context: CommandContext): Promise<PoolView> {
    return this.opening.execute(command, context);
  }

  @Get(':poolId')
  @Read()
  @Answers(PoolDto, { zh: '查询基金池', en: 'Show a pool', refusals: [notFound] })
  one(@Param('poolId', UuidPipe) poolId: string, @CallerParam() caller: Caller): Promise<PoolView> {
    return this.pools.one(poolId, caller);
  }

  @Get()
  @List()
  @Answers(PoolPageDto, { zh: '基金池列表', en: 'List pools' })
  async list(@Query() query: FindPoolsQuery, @CallerParam() caller: Caller): Promise<Page<PoolView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.pools.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.poolId],
      (view) => view,
    );
  }
}
