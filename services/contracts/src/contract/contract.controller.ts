import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller, CommandContext } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  Command,
  Context,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
  UuidPipe,
  type Page,
} from '@yigongti/service-host';
import type { ContractView } from './contract-view.ts';
import { ContractDto } from '../contract.dto.ts';
import { ContractPageDto, FindContractsQuery, TerminateContractDto } from './contract.dto.ts';
import { contractRefusals } from './domain/contract-refusals.ts';
import { FindContracts } from './find-contracts.ts';
import { TerminateContract } from './terminate-contract.ts';

const residentOf = (view: ContractView) => [view.residentId];
const { notFound, notInForce, reasonUnknown, terminatedBeforeStart } = contractRefusals;

@ApiTags('contract 签约协议')
@Controller('contracts/v1/contracts')
export class ContractController {
  constructor(
    private readonly terminating: TerminateContract,
    private readonly contracts: FindContracts,
  ) {}

  @Post(':contractId/terminate')
  @Command<ContractView>({ ifMatch: true, audit: { action: 'terminate', resource: 'contract', subjects: residentOf } })
  @Answers(ContractDto, {
    zh: '解约',
    en: 'End a contract',
    refusals: [notFound, notInForce, terminatedBeforeStart, reasonUnknown],
  })
  terminate(
    @Param('contractId', UuidPipe) contractId: string,
    @Body() body: TerminateContractDto,
    @Context() context: CommandContext,
  ): Promise<ContractView> {
    return this.terminating.execute({ ...body, contractId }, context);
  }

  @Get(':contractId')
  @Read<ContractView>({ audit: { action: 'read', resource: 'contract', subjects: residentOf } })
  @Answers(ContractDto, { zh: '查询签约协议', en: 'Show a contract', refusals: [notFound] })
  one(@Param('contractId', UuidPipe) contractId: string, @CallerParam() caller: Caller): Promise<ContractView> {
    return this.contracts.one(contractId, caller);
  }

  @Get()
  @List<Page<ContractView>>({
    audit: { action: 'list', resource: 'contract', subjects: (page) => page.items.flatMap(residentOf) },
  })
  @Answers(ContractPageDto, { zh: '签约协议列表', en: 'List contracts' })
  async list(@Query() query: FindContractsQuery, @CallerParam() caller: Caller): Promise<Page<ContractView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.contracts.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      (view) => [view.contractId],
      (view) => view,
    );
  }
}
