import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LineOutcome } from '@yigongti/database';
import type { Caller } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  LineResultDto,
  NdjsonCommand,
  Read,
  UploadParam,
  UuidPipe,
  type Upload,
} from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { sourceLineRefusals } from '../source-line/index.ts';
import { FindResidents, type LookupAnswer } from './find-residents.ts';
import { ImportResidents } from './import-residents.ts';
import type { ResidentLine } from './resident-line.ts';
import { residentRefusals } from './resident-refusals.ts';
import type { ResidentView } from './resident-view.ts';
import { LookupAnswersDto, LookupDto, ResidentDto, ResidentLineDto } from './resident.dto.ts';

interface LookupAnswers {
  readonly answers: readonly LookupAnswer[];
}

const registered = (outcomes: readonly LineOutcome[]) =>
  outcomes.flatMap(({ status, id }) => (status === 'created' || status === 'updated' ? [id!] : []));
const found = ({ answers }: LookupAnswers) => answers.flatMap(({ residentId }) => residentId ?? []);

@ApiTags('resident 居民')
@Controller('registry/v1/residents')
export class ResidentController {
  constructor(
    private readonly importing: ImportResidents,
    private readonly residents: FindResidents,
  ) {}

  @Post('import')
  @NdjsonCommand({ line: ResidentLineDto, audit: { action: 'register', resource: 'resident', subjects: registered } })
  @Answers(LineResultDto, {
    zh: '居民登记',
    en: 'Register residents and what changes about them',
    refusals: [
      sourceLineRefusals.versionReused,
      sourceLineRefusals.foreignInstitution,
      residentRefusals.nationalIdInvalid,
      residentRefusals.beforeBirth,
    ],
  })
  import(@UploadParam() upload: Upload<ResidentLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Post('lookup')
  @HttpCode(200)
  @Read<LookupAnswers>({ audit: { action: 'look-up', resource: 'resident', subjects: found } })
  @Answers(LookupAnswersDto, { zh: '按身份证号查找居民', en: 'Find residents by national id' })
  async lookup(@Body() body: LookupDto): Promise<LookupAnswers> {
    return { answers: await this.residents.lookup(body.nationalIds) };
  }

  @Get(':residentId')
  @Read<ResidentView>({ audit: { action: 'read', resource: 'resident', subjects: (view) => [view.residentId] } })
  @Answers(ResidentDto, { zh: '查询居民', en: 'Show a resident', refusals: [residentRefusals.notFound] })
  one(@Param('residentId', UuidPipe) residentId: string, @CallerParam() caller: Caller): Promise<ResidentView> {
    return this.residents.one(residentId, caller);
  }
}
