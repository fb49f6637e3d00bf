import { Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LineOutcome } from '@yigongti/database';
import { Answers, LineResultDto, NdjsonCommand, UploadParam, type Upload } from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { claimRefusals } from '../claim/index.ts';
import { ImportClaims, type ClaimOutcome } from './import-claims.ts';
import { ListLineDto } from './list-line.dto.ts';
import type { ListLine } from './list-line.ts';

const patientsOf = (outcomes: readonly LineOutcome[]) => outcomes.flatMap((outcome: ClaimOutcome) => outcome.residentIds ?? []);
const { notFound: _, reasonNotYours: __, alreadyReversed: ___, ...receiving } = claimRefusals;

@ApiTags('claim 结算清单')
@Controller('settlement/v1/claims')
export class IntakeController {
  constructor(private readonly importing: ImportClaims) {}

  @Post('import')
  @NdjsonCommand({ line: ListLineDto, audit: { action: 'receive', resource: 'claim', subjects: patientsOf } })
  @Answers(LineResultDto, { zh: '结算清单上传', en: 'Send settlement lists', refusals: Object.values(receiving) })
  import(@UploadParam() upload: Upload<ListLine>): Promise<Readable> {
    return upload.through(this.importing);
  }
}
