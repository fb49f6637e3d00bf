import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller, CommandContext } from '@yigongti/kernel';
import { Answers, CallerParam, Command, Context, Read, UuidPipe } from '@yigongti/service-host';
import { walkInRefusals as refusals } from './domain/walk-in-refusals.ts';
import { EndWalkIn } from './end-walk-in.ts';
import { RegisterWalkIn } from './register-walk-in.ts';
import type { WalkInView } from './walk-in-view.ts';
import { EndWalkInDto, RegisterWalkInDto, WalkInDto } from './walk-in.dto.ts';

const subjects = (view: WalkInView) => [view.residentId];
const { residentUnknown, residentDied, residentMerged, waitsAlready, isExpected } = refusals;

@ApiTags('worklist 工作列表')
@Controller('referrals/v1/walk-ins')
export class WalkInController {
  constructor(
    private readonly registering: RegisterWalkIn,
    private readonly ending: EndWalkIn,
  ) {}

  @Post()
  @Command<WalkInView>({
    status: 201,
    location: (view) => `/referrals/v1/walk-ins/${view.walkInId}`,
    audit: { action: 'register', resource: 'walk-in', subjects },
  })
  @Answers(WalkInDto, {
    zh: '自行就诊登记',
    en: 'A patient without a referral waits',
    refusals: [residentUnknown, residentDied, residentMerged, waitsAlready, isExpected],
  })
  register(
    @Body() { residentId, departmentCode, visitType, urgency }: RegisterWalkInDto,
    @Context() context: CommandContext,
  ): Promise<WalkInView> {
    return this.registering.execute({ residentId, departmentCode, visitType, urgency }, context);
  }

  @Get(':walkInId')
  @Read<WalkInView>({ audit: { action: 'read', resource: 'walk-in', subjects } })
  @Answers(WalkInDto, { zh: '查询排队登记', en: 'Show who waits without a referral', refusals: [refusals.notFound] })
  one(@Param('walkInId', UuidPipe) walkInId: string, @CallerParam() caller: Caller): Promise<WalkInView> {
    return this.ending.one(walkInId, caller);
  }

  @Post(':walkInId/end')
  @Command<WalkInView>({ ifMatch: true, audit: { action: 'end', resource: 'walk-in', subjects } })
  @Answers(WalkInDto, {
    zh: '接诊或离开',
    en: 'The patient is taken into care, or left',
    refusals: [refusals.notFound, refusals.notWaiting],
  })
  end(
    @Param('walkInId', UuidPipe) walkInId: string,
    @Body() { ending }: EndWalkInDto,
    @Context() context: CommandContext,
  ): Promise<WalkInView> {
    return this.ending.execute({ walkInId, ending }, context);
  }
}
