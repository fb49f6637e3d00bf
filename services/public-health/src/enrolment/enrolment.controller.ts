import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LineOutcome } from '@yigongti/database';
import type { Caller, CommandContext } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  Command,
  Context,
  decodeCursor,
  LineResultDto,
  List,
  NdjsonCommand,
  pageOf,
  pageSizeDefault,
  Read,
  UploadParam,
  UuidPipe,
  type Page,
  type Upload,
} from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { enrolmentRefusals } from './domain/enrolment-refusals.ts';
import { EnrolResident } from './enrol-resident.ts';
import type { EnrolmentView } from './enrolment-view.ts';
import { EnrolmentDto, EnrolmentPageDto, EnrolResidentDto, FindEnrolmentsQuery } from './enrolment.dto.ts';
import { FindEnrolments } from './find-enrolments.ts';
import { ImportEnrolments, type EnrolmentLine, type EnrolmentOutcome } from './import-enrolments.ts';

const residentOf = (view: EnrolmentView) => [view.residentId];
const residentsOfChunk = (outcomes: readonly LineOutcome[]) =>
  outcomes.flatMap((outcome: EnrolmentOutcome) => outcome.residentId ?? []);
const { notFound, ...enrolling } = enrolmentRefusals;

@ApiTags('enrolment 项目管理')
@Controller('public-health/v1/enrolments')
export class EnrolmentController {
  constructor(
    private readonly enrolling: EnrolResident,
    private readonly importing: ImportEnrolments,
    private readonly enrolments: FindEnrolments,
  ) {}

  @Post()
  @Command<EnrolmentView>({
    status: 201,
    location: (view) => `/public-health/v1/enrolments/${view.enrolmentId}`,
    audit: { action: 'enrol', resource: 'enrolment', subjects: residentOf },
  })
  @Answers(EnrolmentDto, { zh: '纳入管理', en: 'Enrol a resident in a programme', refusals: Object.values(enrolling) })
  enrol(@Body() body: EnrolResidentDto, @Context() context: CommandContext): Promise<EnrolmentView> {
    return this.enrolling.execute(body, context);
  }

  @Post('import')
  @NdjsonCommand({ line: EnrolResidentDto, audit: { action: 'enrol', resource: 'enrolment', subjects: residentsOfChunk } })
  @Answers(LineResultDto, { zh: '批量纳入管理', en: 'Enrol many residents', refusals: Object.values(enrolling) })
  import(@UploadParam() upload: Upload<EnrolmentLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Get(':enrolmentId')
  @Read<EnrolmentView>({ audit: { action: 'read', resource: 'enrolment', subjects: residentOf } })
  @Answers(EnrolmentDto, { zh: '查询管理档案', en: 'Show an enrolment', refusals: [notFound] })
  one(@Param('enrolmentId', UuidPipe) enrolmentId: string, @CallerParam() caller: Caller): Promise<EnrolmentView> {
    return this.enrolments.one(enrolmentId, caller);
  }

  @Get()
  @List<Page<EnrolmentView>>({
    audit: { action: 'list', resource: 'enrolment', subjects: (page) => page.items.flatMap(residentOf) },
  })
  @Answers(EnrolmentPageDto, { zh: '管理档案列表', en: 'List enrolments' })
  async list(@Query() query: FindEnrolmentsQuery, @CallerParam() caller: Caller): Promise<Page<EnrolmentView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.enrolments.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.enrolmentId],
      (view) => view,
    );
  }
}
