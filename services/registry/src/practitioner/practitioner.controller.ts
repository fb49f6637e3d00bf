import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  Answers,
  CodePipe,
  decodeCursor,
  LineResultDto,
  List,
  NdjsonCommand,
  pageOf,
  pageSizeDefault,
  Read,
  UploadParam,
  type Page,
  type Upload,
} from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { sourceLineRefusals } from '../source-line/index.ts';
import { FindPractitioners } from './find-practitioners.ts';
import type { PractitionerView } from './practitioner-view.ts';
import { ImportPractitioners } from './import-practitioners.ts';
import type { PractitionerLine } from './practitioner-line.ts';
import { practitionerRefusals } from './practitioner-refusals.ts';
import { FindPractitionersQuery, PractitionerDto, PractitionerLineDto, PractitionerPageDto } from './practitioner.dto.ts';

@ApiTags('practitioner 人员')
@Controller('registry/v1/practitioners')
export class PractitionerController {
  constructor(
    private readonly importing: ImportPractitioners,
    private readonly practitioners: FindPractitioners,
  ) {}

  @Post('import')
  @NdjsonCommand({ line: PractitionerLineDto })
  @Answers(LineResultDto, {
    zh: '人员导入',
    en: 'Load practitioners',
    refusals: [sourceLineRefusals.versionReused, sourceLineRefusals.institutionUnknown],
  })
  import(@UploadParam() upload: Upload<PractitionerLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Get(':practitionerCode')
  @Read<PractitionerView>()
  @Answers(PractitionerDto, { zh: '查询人员', en: 'Show a practitioner', refusals: [practitionerRefusals.notFound] })
  one(@Param('practitionerCode', CodePipe) practitionerCode: string): Promise<PractitionerView> {
    return this.practitioners.one(practitionerCode);
  }

  @Get()
  @List<Page<PractitionerView>>()
  @Answers(PractitionerPageDto, { zh: '人员列表', en: 'List practitioners' })
  async list(@Query() query: FindPractitionersQuery): Promise<Page<PractitionerView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['string'])?.[0] ?? null) as string | null;
    const views = await this.practitioners.list({ ...filter, limit, after });
    return pageOf(
      views,
      limit,
      (view) => [view.practitionerCode],
      (view) => view,
    );
  }
}
