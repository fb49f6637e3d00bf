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
import { FindInstitutions } from './find-institutions.ts';
import type { InstitutionView } from './institution-view.ts';
import { ImportInstitutions } from './import-institutions.ts';
import type { InstitutionLine } from './institution-line.ts';
import { institutionRefusals } from './institution-refusals.ts';
import { FindInstitutionsQuery, InstitutionDto, InstitutionLineDto, InstitutionPageDto } from './institution.dto.ts';

const { notFound, ...lineRefusals } = institutionRefusals;

@ApiTags('institution 机构')
@Controller('registry/v1/institutions')
export class InstitutionController {
  constructor(
    private readonly importing: ImportInstitutions,
    private readonly institutions: FindInstitutions,
  ) {}

  @Post('import')
  @NdjsonCommand({ line: InstitutionLineDto })
  @Answers(LineResultDto, {
    zh: '机构导入',
    en: 'Load institutions',
    refusals: [sourceLineRefusals.versionReused, ...Object.values(lineRefusals)],
  })
  import(@UploadParam() upload: Upload<InstitutionLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Get(':institutionCode')
  @Read<InstitutionView>()
  @Answers(InstitutionDto, { zh: '查询机构', en: 'Show an institution', refusals: [notFound] })
  one(@Param('institutionCode', CodePipe) institutionCode: string): Promise<InstitutionView> {
    return this.institutions.one(institutionCode);
  }

  @Get()
  @List<Page<InstitutionView>>()
  @Answers(InstitutionPageDto, { zh: '机构列表', en: 'List institutions' })
  async list(@Query() query: FindInstitutionsQuery): Promise<Page<InstitutionView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['string'])?.[0] ?? null) as string | null;
    const views = await this.institutions.list({ ...filter, limit, after });
    return pageOf(
      views,
      limit,
      (view) => [view.institutionCode],
      (view) => view,
    );
  }
}
