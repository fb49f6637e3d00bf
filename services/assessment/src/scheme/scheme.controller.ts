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
import { schemeRefusals } from './domain/scheme-refusals.ts';
import { FindSchemes } from './find-schemes.ts';
import { PublishScheme } from './publish-scheme.ts';
import type { SchemeView } from './scheme-view.ts';
import { FindSchemesQuery, PublishSchemeDto, SchemeDto, SchemePageDto } from './scheme.dto.ts';

const { notFound, ...publishing } = schemeRefusals;

@ApiTags('scheme 考核方案')
@Controller('assessment/v1/schemes')
export class SchemeController {
  constructor(
    private readonly publishing: PublishScheme,
    private readonly schemes: FindSchemes,
  ) {}

  @Post()
  @Command<SchemeView>({ status: 201, location: (view) => `/assessment/v1/schemes/${view.schemeId}` })
  @Answers(SchemeDto, { zh: '发布考核方案', en: 'Publish a version of a scheme', refusals: Object.values(publishing) })
  publish(@Body() body: PublishSchemeDto, @Context() context: CommandContext): Promise<SchemeView> {
    return this.publishing.execute(body, context);
  }

  @Get(':schemeId')
  @Read<SchemeView>()
  @Answers(SchemeDto, { zh: '查询考核方案', en: 'Show a scheme', refusals: [notFound] })
  one(@Param('schemeId', UuidPipe) schemeId: string): Promise<SchemeView> {
    return this.schemes.one(schemeId);
  }

  @Get()
  @List<Page<SchemeView>>()
  @Answers(SchemePageDto, { zh: '考核方案列表', en: 'List schemes' })
  async list(@Query() query: FindSchemesQuery): Promise<Page<SchemeView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.schemes.list({ ...filter, limit, after });
    return pageOf(
      views,
      limit,
      (view) => [view.schemeId],
      (view) => view,
    );
  }
}
