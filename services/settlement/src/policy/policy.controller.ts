import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import {
  Answers,
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
import { policyRefusals } from './domain/policy-refusals.ts';
import { FindPolicies } from './find-policies.ts';
import type { PolicyPackage } from './policy-package.ts';
import type { PolicyView } from './policy-view.ts';
import { FindPoliciesQuery, PolicyDto, PolicyPageDto, PublishPolicyDto } from './policy.dto.ts';
import { PublishPolicy } from './publish-policy.ts';

const { notFound, ...publishing } = policyRefusals;

@ApiTags('policy 支付政策')
@Controller('settlement/v1/policies')
export class PolicyController {
  constructor(
    private readonly publishing: PublishPolicy,
    private readonly policies: FindPolicies,
  ) {}

  @Post()
  @Command<PolicyView>({ status: 201, location: (view) => `/settlement/v1/policies/${view.policyId}` })
  @Answers(PolicyDto, { zh: '发布支付政策', en: 'Publish a policy package', refusals: Object.values(publishing) })
  publish(@Body() body: PublishPolicyDto, @Context() context: CommandContext): Promise<PolicyView> {
    const { occurredAt: _, ...pack } = body;
    // The shape of a penalty is checked by its mode, which the class cannot say.
    return this.publishing.execute(pack as PolicyPackage, context);
  }

  @Get(':policyId')
  @Read()
  @Answers(PolicyDto, { zh: '查询支付政策', en: 'Show a policy', refusals: [notFound] })
  one(@Param('policyId', UuidPipe) policyId: string): Promise<PolicyView> {
    return this.policies.one(policyId);
  }

  @Get()
  @List()
  @Answers(PolicyPageDto, { zh: '支付政策列表', en: 'List policies' })
  async list(@Query() query: FindPoliciesQuery): Promise<Page<PolicyView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const after = (decodeCursor(cursor, ['uuid'])?.[0] ?? null) as string | null;
    const views = await this.policies.list({ ...filter, limit, after });
    return pageOf(
      views,
      limit,
      (view) => [view.policyId],
      (view) => view,
    );
  }
}
