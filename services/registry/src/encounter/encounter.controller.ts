import { Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  decodeCursor,
  LineResultDto,
  List,
  NdjsonCommand,
  pageOf,
  pageSizeDefault,
  UploadParam,
  type Page,
  type Upload,
} from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { sourceLineRefusals } from '../source-line/index.ts';
import type { EncounterLine } from './encounter-line.ts';
import { encounterRefusals } from './encounter-refusals.ts';
import { EncounterLineDto, EncounterPageDto, FindEncountersQuery } from './encounter.dto.ts';
import { FindEncounters } from './find-encounters.ts';
import type { EncounterView } from './encounter-view.ts';
import { ImportEncounters } from './import-encounters.ts';

const { versionReused, foreignInstitution, residentUnknown } = sourceLineRefusals;
const patientsOf = (page: Page<EncounterView>) => page.items.map((view) => view.residentId);

@ApiTags('encounter 就诊')
@Controller('registry/v1/encounters')
export class EncounterController {
  constructor(
    private readonly importing: ImportEncounters,
    private readonly encounters: FindEncounters,
  ) {}

  @Post('import')
  @NdjsonCommand({ line: EncounterLineDto })
  @Answers(LineResultDto, {
    zh: '就诊登记',
    en: 'Report visits, admissions and discharges',
    refusals: [versionReused, foreignInstitution, residentUnknown, ...Object.values(encounterRefusals)],
  })
  import(@UploadParam() upload: Upload<EncounterLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Get()
  @List<Page<EncounterView>>({ audit: { action: 'list', resource: 'encounter', subjects: patientsOf } })
  @Answers(EncounterPageDto, { zh: '就诊列表', en: 'List encounters' })
  async list(@Query() query: FindEncountersQuery, @CallerParam() caller: Caller): Promise<Page<EncounterView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.encounters.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.encounterId],
      (view) => view,
    );
  }
}
