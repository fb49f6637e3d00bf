import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import { Answers, Command, Context, UuidPipe } from '@yigongti/service-host';
import { ReferralDto } from '../referral.dto.ts';
import { referralRefusals as refusals, type ReferralView } from '../referral/index.ts';
import { CreateReferral } from './create-referral.ts';
import { CreateReferralDto, SubmitReferralDto, UploadRecordsDto } from './sending.dto.ts';
import { SubmitReferral } from './submit-referral.ts';
import { UploadRecords } from './upload-records.ts';

const residentOf = (view: ReferralView) => [view.residentId];

const drafting = [
  refusals.residentUnknown,
  refusals.institutionUnknown,
  refusals.directionNotOffered,
  refusals.directionAgainstLevels,
  refusals.targetIsSender,
  refusals.givesNoCare,
  refusals.residentDied,
  refusals.residentMerged,
];
const submitting = [
  refusals.notFound,
  refusals.notInThisState,
  refusals.notYourStep,
  refusals.practitionerUnknown,
  refusals.elementMissing,
  refusals.consentMissing,
  refusals.windowReversed,
  refusals.windowOver,
  refusals.reasonOfOtherDirection,
  refusals.downReasonNotOffered,
  refusals.followUpDueOutOfRange,
  refusals.visitTypeNotOffered,
  refusals.doctorNotOfSender,
  refusals.noReviewer,
  refusals.duplicate,
  ...drafting,
];

const uploading = [
  refusals.notFound,
  refusals.notInThisState,
  refusals.notYourStep,
  refusals.documentTwice,
  refusals.tooManyDocuments,
];

@ApiTags('referral 转诊')
@Controller('referrals/v1/referrals')
export class SendingController {
  constructor(
    private readonly creating: CreateReferral,
    private readonly submitting: SubmitReferral,
    private readonly uploading: UploadRecords,
  ) {}

  @Post()
  @Command<ReferralView>({
    status: 201,
    location: (view) => `/referrals/v1/referrals/${view.referralId}`,
    audit: { action: 'create', resource: 'referral', subjects: residentOf },
  })
  @Answers(ReferralDto, { zh: '新建转诊单', en: 'Draft a referral', refusals: drafting })
  create(@Body() body: CreateReferralDto, @Context() context: CommandContext): Promise<ReferralView> {
    const { residentId, direction, toInstitutionCode, occurredAt: _, ...form } = body;
    return this.creating.execute({ residentId, direction, toInstitutionCode, form }, context);
  }

  @Post(':referralId/submit')
  @Command<ReferralView>({ ifMatch: true, audit: { action: 'submit', resource: 'referral', subjects: residentOf } })
  @Answers(ReferralDto, { zh: '提交转诊单', en: 'Submit a draft', refusals: submitting })
  submit(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() body: SubmitReferralDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    const { toInstitutionCode, occurredAt: _, ...form } = body;
    return this.submitting.execute({ referralId, toInstitutionCode, form }, context);
  }

  @Post(':referralId/upload-records')
  @Command<ReferralView>({ ifMatch: true, audit: { action: 'upload-records', resource: 'referral', subjects: residentOf } })
  @Answers(ReferralDto, { zh: '上传病历', en: 'Name the documents that follow an accepted patient', refusals: uploading })
  upload(
    @Param('referralId', UuidPipe) referralId: string,
    @Body() { documents }: UploadRecordsDto,
    @Context() context: CommandContext,
  ): Promise<ReferralView> {
    const named = documents.map(({ documentNo, typeCode, digest }) => ({ documentNo, typeCode, digest: digest ?? null }));
    return this.uploading.execute({ referralId, documents: named }, context);
  }
}
