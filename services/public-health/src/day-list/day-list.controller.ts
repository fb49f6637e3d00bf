import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import { Answers, CallerParam, decodeCursor, List, pageOf, pageSizeDefault, type Page } from '@yigongti/service-host';
import { dayListRefusals } from './day-list-refusals.ts';
import type { DayList, ListedResident } from './day-list-view.ts';
import { DayListDto, DayListQueryDto } from './day-list.dto.ts';
import { FindDayList } from './find-day-list.ts';

type DayListPage = Omit<DayList, 'entries'> & Page<ListedResident>;

@ApiTags('day-list 今日任务')
@Controller('public-health/v1/day-list')
export class DayListController {
  constructor(private readonly lists: FindDayList) {}

  @Get()
  @List<DayListPage>({
    audit: { action: 'list', resource: 'task', subjects: ({ items }) => items.map(({ residentId }) => residentId) },
  })
  @Answers(DayListDto, {
    zh: '医生今日任务',
    en: "A doctor's list of the day, house by house",
    refusals: Object.values(dayListRefusals),
  })
  async list(@Query() query: DayListQueryDto, @CallerParam() caller: Caller): Promise<DayListPage> {
    const { cursor, limit = pageSizeDefault, ...of } = query;
    const keys = decodeCursor(cursor, ['date', 'uuid']) as [string, string] | null;
    const after = keys && { due: keys[0], residentId: keys[1] };
    const { entries, ...totals } = await this.lists.of({ ...of, limit, after }, caller);
    const page = pageOf(
      entries,
      limit,
      ({ due, residentId }) => [due, residentId],
      (entry) => entry,
    );
    return { ...totals, ...page };
  }
}
