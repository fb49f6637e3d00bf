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
import { teamRefusals } from './domain/team-refusals.ts';
import { FindTeams } from './find-teams.ts';
import { FormTeam } from './form-team.ts';
import type { TeamView } from './team-view.ts';
import { FindTeamsQuery, FormTeamDto, TeamDto, TeamPageDto } from './team.dto.ts';

const { notFound, ...forming } = teamRefusals;

@ApiTags('team 家庭医生团队')
@Controller('contracts/v1/teams')
export class TeamController {
  constructor(
    private readonly forming: FormTeam,
    private readonly teams: FindTeams,
  ) {}

  @Post()
  @Command<TeamView>({ status: 201, location: (view) => `/contracts/v1/teams/${view.teamId}` })
  @Answers(TeamDto, { zh: '组建团队', en: 'Form a team', refusals: Object.values(forming) })
  form(@Body() body: FormTeamDto, @Context() context: CommandContext): Promise<TeamView> {
    return this.forming.execute(body, context);
  }

  @Get(':teamId')
  @Read<TeamView>()
  @Answers(TeamDto, { zh: '查询团队', en: 'Show a team', refusals: [notFound] })
  one(@Param('teamId', UuidPipe) teamId: string, @CallerParam() caller: Caller): Promise<TeamView> {
    return this.teams.one(teamId, caller);
  }

  @Get()
  @List<Page<TeamView>>()
  @Answers(TeamPageDto, { zh: '团队列表', en: 'List teams' })
  async list(@Query() query: FindTeamsQuery, @CallerParam() caller: Caller): Promise<Page<TeamView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.teams.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.teamId],
      (view) => view,
    );
  }
}
