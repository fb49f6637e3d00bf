import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { LineOutcome } from '@yigongti/database';
import type { CommandContext } from '@yigongti/kernel';
import {
  Answers,
  Command,
  Context,
  LineResultDto,
  NdjsonCommand,
  UploadParam,
  UuidPipe,
  type Upload,
} from '@yigongti/service-host';
import type { Readable } from 'node:stream';
import { contractRefusals, type ContractView } from '../contract/index.ts';
import { householdRefusals, residentsOf, type HouseholdAgreementView } from '../household/index.ts';
import { ContractDto } from '../contract.dto.ts';
import { HouseholdAgreementDto } from '../household-agreement.dto.ts';
import { ImportContracts, type ContractLine, type ContractOutcome } from './import-contracts.ts';
import { RenewContract } from './renew-contract.ts';
import { SignContract } from './sign-contract.ts';
import { SignHousehold } from './sign-household.ts';
import { RenewContractDto, SignContractDto, SignHouseholdDto } from './signing.dto.ts';

const residentOf = (view: ContractView) => [view.residentId];
const residentsOfChunk = (outcomes: readonly LineOutcome[]) =>
  outcomes.flatMap((outcome: ContractOutcome) => outcome.residentId ?? []);
const location = (view: ContractView) => `/contracts/v1/contracts/${view.contractId}`;
const { notFound, notInForce, alreadyRenewed, renewalTooEarly, renewalTooLate, ...others } = contractRefusals;
const { reasonUnknown, terminatedBeforeStart, ...signing } = others;
const { startsBeforeSignature, startsTooFarAhead, householdAgreementUnknown, ...again } = signing;
const { householdAgreementUnknown: _, ...together } = signing;
const { notFound: noAgreement, ...household } = householdRefusals;

@ApiTags('contract 签约协议')
@Controller('contracts/v1')
export class SigningController {
  constructor(
    private readonly signing: SignContract,
    private readonly importing: ImportContracts,
    private readonly renewing: RenewContract,
    private readonly households: SignHousehold,
  ) {}

  @Post('contracts')
  @Command<ContractView>({ status: 201, location, audit: { action: 'sign', resource: 'contract', subjects: residentOf } })
  @Answers(ContractDto, { zh: '居民签约', en: 'Sign a resident with a team', refusals: Object.values(signing) })
  sign(@Body() body: SignContractDto, @Context() context: CommandContext): Promise<ContractView> {
    return this.signing.execute(body, context);
  }

  @Post('contracts/import')
  @NdjsonCommand({ line: SignContractDto, audit: { action: 'sign', resource: 'contract', subjects: residentsOfChunk } })
  @Answers(LineResultDto, { zh: '批量签约', en: 'Sign many residents', refusals: Object.values(signing) })
  import(@UploadParam() upload: Upload<ContractLine>): Promise<Readable> {
    return upload.through(this.importing);
  }

  @Post('contracts/:contractId/renew')
  @Command<ContractView>({
    status: 201,
    location,
    ifMatch: true,
    audit: { action: 'renew', resource: 'contract', subjects: residentOf },
  })
  @Answers(ContractDto, {
    zh: '续约',
    en: 'Renew a contract; the answer is the one that follows',
    refusals: [notFound, notInForce, alreadyRenewed, renewalTooEarly, renewalTooLate, ...Object.values(again)],
  })
  renew(
    @Param('contractId', UuidPipe) contractId: string,
    @Body() body: RenewContractDto,
    @Context() context: CommandContext,
  ): Promise<ContractView> {
    return this.renewing.execute({ ...body, contractId }, context);
  }

  @Post('household-agreements')
  @Command<HouseholdAgreementView>({
    status: 201,
    location: (view) => `/contracts/v1/household-agreements/${view.householdAgreementId}`,
    audit: { action: 'sign', resource: 'household-agreement', subjects: residentsOf },
  })
  @Answers(HouseholdAgreementDto, {
    zh: '家庭签约',
    en: 'Sign the members of a household in one command',
    refusals: [...Object.values(together), ...Object.values(household)],
  })
  signHousehold(@Body() body: SignHouseholdDto, @Context() context: CommandContext): Promise<HouseholdAgreementView> {
    return this.households.execute(body, context);
  }
}
