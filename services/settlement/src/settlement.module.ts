import { Module } from '@nestjs/common';
import { FrozenResultProjection, FrozenResults, TypeormFrozenResults } from './assessment-result/index.ts';
import { CatalogueProjection, GroupCatalogues, TypeormGroupCatalogues } from './catalogue/index.ts';
import {
  ClaimController,
  ClaimRepository,
  FindClaims,
  GatherFacts,
  ImportClaims,
  TypeormClaimRepository,
} from './claim/index.ts';
import {
  ContractSignedProjection,
  ContractTerminatedProjection,
  InsuredDirectory,
  ReferralArrivedProjection,
  ReferralSubmittedProjection,
  ResidentProjection,
  TypeormInsuredDirectory,
} from './insured/index.ts';
import { FindPolicies, PolicyController, PolicyRepository, PublishPolicy, TypeormPolicyRepository } from './policy/index.ts';
import { FindPools, OpenPool, PoolController, PoolRepository, PoolSources, TypeormPoolRepository } from './pool/index.ts';
import { ClearingSources, ClearMonth, FindRuns, RunController, RunRepository, TypeormRunRepository } from './run/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [PolicyController, PoolController, ClaimController, RunController],
  providers: [
    { provide: PolicyRepository, useClass: TypeormPolicyRepository },
    { provide: PoolRepository, useClass: TypeormPoolRepository },
    { provide: ClaimRepository, useClass: TypeormClaimRepository },
    { provide: RunRepository, useClass: TypeormRunRepository },
    { provide: GroupCatalogues, useClass: TypeormGroupCatalogues },
    { provide: InsuredDirectory, useClass: TypeormInsuredDirectory },
    { provide: FrozenResults, useClass: TypeormFrozenResults },
    PublishPolicy,
    FindPolicies,
    PoolSources,
    OpenPool,
    FindPools,
    GatherFacts,
    ImportClaims,
    FindClaims,
    ClearingSources,
    ClearMonth,
    FindRuns,
    ResidentProjection,
    ContractSignedProjection,
    ContractTerminatedProjection,
    ReferralSubmittedProjection,
    ReferralArrivedProjection,
    CatalogueProjection,
    FrozenResultProjection,
  ],
})
export class SettlementModule {}
