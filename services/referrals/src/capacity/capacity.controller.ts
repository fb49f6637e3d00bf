import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import {
  Answers,
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
import type { CapacityView } from './capacity-view.ts';
import { CapacityDto, CapacityPageDto, FindCapacitiesQuery, OpenCapacityDto } from './capacity.dto.ts';
import { capacityRefusals } from './domain/capacity-refusals.ts';
import { FindCapacities } from './find-capacities.ts';
import { OpenCapacity } from './open-capacity.ts';

@ApiTags('capacity 号源床位')
@Controller('referrals/v1/capacities')
export class CapacityController {
  constructor(
    private readonly opening: OpenCapacity,
    private readonly capacities: FindCapacities,
  ) {}

  @Post()
  @Command<CapacityView>({ status: 201, location: (view) => `/referrals/v1/capacities/${view.capacityId}` })
  @Answers(CapacityDto, { zh: '开放号源床位', en: 'Open beds or slots for referrals', refusals: [capacityRefusals.daysReversed] })
  open(@Body() body: OpenCapacityDto, @Context() context: CommandContext): Promise<CapacityView> {
    return this.opening.execute(body, context);
  }

  @Get(':capacityId')
  @Read<CapacityView>()
  @Answers(CapacityDto, { zh: '查询号源床位', en: 'Show beds or slots', refusals: [capacityRefusals.notFound] })
  one(@Param('capacityId', UuidPipe) capacityId: string): Promise<CapacityView> {
    return this.capacities.one(capacityId);
  }

  @Get()
  @List<Page<CapacityView>>()
  @Answers(CapacityPageDto, { zh: '号源床位列表', en: 'List beds and slots' })
  async list(@Query() query: FindCapacitiesQuery): Promise<Page<CapacityView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.capacities.list({ ...filter, limit, after });
    return pageOf(
      views,
      limit,
      (view) => [view.capacityId],
      (view) => view,
    );
  }
}
