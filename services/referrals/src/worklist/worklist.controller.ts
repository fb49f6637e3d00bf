import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import { Answers, CallerParam, CodePipe, decodeCursor, List, pageOf, pageSizeDefault, type Page } from '@yigongti/service-host';
import { FindWork, worklistRefusals, type WorkItemView } from './find-work.ts';
import type { WorkPlace } from './worklist-query.ts';
import { FindWorkQuery, WorkListDto } from './worklist.dto.ts';

@ApiTags('worklist 工作列表')
@Controller('referrals/v1/worklists')
export class WorklistController {
  constructor(private readonly work: FindWork) {}

  @Get(':institutionCode')
  @List<Page<WorkItemView>>({
    audit: { action: 'list', resource: 'worklist', subjects: (page) => page.items.map(({ residentId }) => residentId) },
  })
  @Answers(WorkListDto, {
    zh: '机构、科室工作列表：紧急、签约、转诊、自行就诊',
    en: 'What waits for a step of an institution: urgent, contracted, referred, walk-in',
    refusals: [worklistRefusals.notFound],
  })
  async list(
    @Param('institutionCode', CodePipe) institutionCode: string,
    @Query() { cursor, limit = pageSizeDefault, list = 'ANSWER', ...filter }: FindWorkQuery,
    @CallerParam() caller: Caller,
  ): Promise<Page<WorkItemView>> {
    const keys = decodeCursor(cursor, ['integer', 'instant', 'uuid']) as [number, string, string] | null;
    const after: WorkPlace | null = keys && { queueRank: keys[0], waitsSince: keys[1], itemId: keys[2] };
    const work = await this.work.list({ ...filter, institutionCode, list, limit }, after, caller);
    return pageOf(
      work,
      limit,
      ({ place }) => [place.queueRank, place.waitsSince, place.itemId],
      ({ view }) => view,
    );
  }
}
