import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import { Answers, CallerParam, CodePipe, decodeCursor, List, pageOf, pageSizeDefault, type Page } from '@yigongti/service-host';
import { FindRosters } from './find-rosters.ts';
import { rosterRefusals } from './roster-refusals.ts';
import type { PersonDays, Roster, RosterEntry } from './roster-view.ts';
import { PersonDaysDto, PersonDaysQueryDto, RosterDto, RosterQueryDto } from './roster.dto.ts';

type RosterPage = Omit<Roster, 'entries'> & Page<RosterEntry>;
type PersonDaysPage = Omit<PersonDays, 'entries'> & Page<PersonDays['entries'][number]>;
const subjects = ({ items }: Page<{ readonly residentId: string }>) => items.map(({ residentId }) => residentId);

@ApiTags('roster 签约名册')
@Controller('contracts/v1/practitioners/:practitionerCode')
export class RosterController {
  constructor(private readonly rosters: FindRosters) {}

  @Get('roster')
  @List<RosterPage>({ audit: { action: 'list', resource: 'roster', subjects } })
  @Answers(RosterDto, { zh: '医生签约名册', en: "A doctor's residents on a day", refusals: [rosterRefusals.doctorNotFound] })
  async roster(
    @Param('practitionerCode', CodePipe) practitionerCode: string,
    @Query() { on, cursor, limit = pageSizeDefault }: RosterQueryDto,
    @CallerParam() caller: Caller,
  ): Promise<RosterPage> {
    const paging = { practitionerCode, limit, after: afterOf(cursor) };
    const { entries, ...roster } = await this.rosters.on(on === undefined ? paging : { ...paging, on }, caller);
    return { ...roster, ...cut(entries, limit) };
  }

  @Get('person-days')
  @List<PersonDaysPage>({ audit: { action: 'list', resource: 'person-days', subjects } })
  @Answers(PersonDaysDto, {
    zh: '医生签约人天数',
    en: "A doctor's residents with their days in a period",
    refusals: Object.values(rosterRefusals),
  })
  async personDays(
    @Param('practitionerCode', CodePipe) practitionerCode: string,
    @Query() { from, to, cursor, limit = pageSizeDefault }: PersonDaysQueryDto,
    @CallerParam() caller: Caller,
  ): Promise<PersonDaysPage> {
    const query = { practitionerCode, from, to, limit, after: afterOf(cursor) };
    const { entries, ...days } = await this.rosters.personDays(query, caller);
    return { ...days, ...cut(entries, limit) };
  }
}

function afterOf(cursor: string | undefined): string | null {
  return (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
}

function cut<Entry extends { readonly residentId: string }>(entries: readonly Entry[], limit: number): Page<Entry> {
  return pageOf(
    entries,
    limit,
    (entry) => [entry.residentId],
    (entry) => entry,
  );
}
