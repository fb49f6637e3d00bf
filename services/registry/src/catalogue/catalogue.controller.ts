import { Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Answers, CodePipe, LineResultDto, NdjsonCommand, Read, UploadParam, type Upload } from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { sourceLineRefusals } from '../source-line/index.ts';
import { catalogueRefusals } from './catalogue-refusals.ts';
import { CatalogueDto, CatalogueLineDto } from './catalogue.dto.ts';
import { FindCatalogues } from './find-catalogues.ts';
import type { CatalogueView } from './catalogue-view.ts';
import { ImportCatalogues, type CatalogueUploadLine } from './import-catalogues.ts';

@ApiTags('catalogue 目录')
@Controller('registry/v1/catalogues')
export class CatalogueController {
  constructor(
    private readonly importing: ImportCatalogues,
    private readonly catalogues: FindCatalogues,
  ) {}

  @Post('import')
  @NdjsonCommand({ line: CatalogueLineDto })
  @Answers(LineResultDto, {
    zh: '目录导入',
    en: 'Load catalogues',
    refusals: [sourceLineRefusals.versionReused, catalogueRefusals.codeRepeated],
  })
  import(@UploadParam() upload: Upload<CatalogueUploadLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Get(':catalogueCode')
  @Read<CatalogueView>()
  @Answers(CatalogueDto, { zh: '查询目录', en: 'Show a catalogue as it now stands', refusals: [catalogueRefusals.notFound] })
  one(@Param('catalogueCode', CodePipe) catalogueCode: string): Promise<CatalogueView> {
    return this.catalogues.one(catalogueCode);
  }
}
