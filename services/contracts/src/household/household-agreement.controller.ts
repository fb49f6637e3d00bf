import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock, formatInstant, type Caller } from '@yigongti/kernel';
import { Answers, CallerParam, Read, UuidPipe } from '@yigongti/service-host';
import { householdRefusals } from './domain/household-refusals.ts';
import { FindHouseholdAgreements } from './find-household-agreements.ts';
import { residentsOf, type HouseholdAgreementView } from './household-agreement-view.ts';
import { HouseholdAgreementDto } from '../household-agreement.dto.ts';

@ApiTags('household 家庭签约')
@Controller('contracts/v1/household-agreements')
export class HouseholdAgreementController {
  constructor(
    private readonly agreements: FindHouseholdAgreements,
    private readonly clock: Clock,
  ) {}

  @Get(':householdAgreementId')
  @Read<HouseholdAgreementView>({ audit: { action: 'read', resource: 'household-agreement', subjects: residentsOf } })
  @Answers(HouseholdAgreementDto, {
    zh: '查询家庭协议',
    en: 'Show the agreement of a household',
    refusals: [householdRefusals.notFound],
  })
  one(@Param('householdAgreementId', UuidPipe) id: string, @CallerParam() caller: Caller): Promise<HouseholdAgreementView> {
    return this.agreements.one(id, caller, formatInstant(this.clock.now()));
  }
}
