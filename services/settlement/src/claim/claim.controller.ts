import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LineOutcome } from '@yigongti/database';
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
  Read,
  UploadParam,
  UuidPipe,
  type Page,
  type Upload,
} from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import type { ClaimView, ExplainedClaimView } from './claim-view.ts';
import { ClaimPageDto, ExplainedClaimDto, FindClaimsQuery, ListLineDto } from './claim.dto.ts';
import { claimRefusals } from './domain/claim-refusals.ts';
import { FindClaims } from './find-claims.ts';
import { ImportClaims, type ClaimOutcome } from './import-claims.ts';
import type { ListLine } from './list-line.ts';

const patientOf = (view: ClaimView) => [view.residentId];
const patientsOf = (page: Page<ClaimView>) => page.items.flatMap(patientOf);
const patientsOfChunk = (outcomes: readonly LineOutcome[]) =>
  outcomes.flatMap((outcome: ClaimOutcome) => outcome.residentId ?? []);
const { notFound, ...receiving } = claimRefusals;

@ApiTags('claim 结算清单')
@Controller('settlement/v1/claims')
export class ClaimController {
  constructor(
    private readonly importing: ImportClaims,
    private readonly claims: FindClaims,
  ) {}

  @Post('import')
  @NdjsonCommand({ line: ListLineDto, audit: { action: 'receive', resource: 'claim', subjects: patientsOfChunk } })
  @Answers(LineResultDto, { zh: '结算清单上传', en: 'Send settlement lists', refusals: Object.values(receiving) })
  import(@UploadParam() upload: Upload<ListLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Get(':claimId')
  @Read<ExplainedClaimView>({ audit: { action: 'read', resource: 'claim', subjects: patientOf } })
  @Answers(ExplainedClaimDto, { zh: '查询结算清单', en: 'Show a claim with its explanation', refusals: [notFound] })
  one(@Param('claimId', UuidPipe) claimId: string, @CallerParam() caller: Caller): Promise<ExplainedClaimView> {
    return this.claims.one(claimId, caller);
  }

  @Get()
  @List<Page<ClaimView>>({ audit: { action: 'list', resource: 'claim', subjects: patientsOf } })
  @Answers(ClaimPageDto, { zh: '结算清单列表', en: 'List claims' })
  async list(@Query() query: FindClaimsQuery, @CallerParam() caller: Caller): Promise<Page<ClaimView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.claims.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.claimId],
      (view) => view,
    );
  }
}
