import { Module } from '@nestjs/common';
import { FrozenResultProjection, FrozenResults, TypeormFrozenResults } from './assessment-result/index.ts';
import { CatalogueProjection, GroupCatalogues, TypeormGroupCatalogues } from './catalogue/index.ts';
import { ClaimController, ClaimRepository, FindClaims, ReverseClaim, TypeormClaimRepository } from './claim/index.ts';
import {
  ContractSignedProjection,
  ContractTerminatedProjection,
  InsuredDirectory,
  ReferralArrivedProjection,
  ReferralSubmittedProjection,
  ResidentProjection,
  TypeormInsuredDirectory,
} from './insured/index.ts';
import { GatherFacts, ImportClaims, IntakeController } from './intake/index.ts';
import { ClosedMonths, TypeormClosedMonths } from './period/index.ts';
import { FindPolicies, PolicyController, PolicyRepository, PublishPolicy, TypeormPolicyRepository } from './policy/index.ts';
import { FindPools, OpenPool, PoolController, PoolRepository, PoolSources, TypeormPoolRepository } from './pool/index.ts';
import { ClearingSources, ClearMonth, FindRuns, RunController, RunRepository, TypeormRunRepository } from './run/index.ts';
import { FindStatements, StatementBook, StatementController, TypeormStatementBook } from './statement/index.ts';
import {
  ClearYear,
  FindYears,
  TypeormYearRepository,
  YearController,
  YearRepository,
  YearSources,
} from './year-clearing/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [
    PolicyController,
    PoolController,
    ClaimController,
    IntakeController,
    RunController,
    YearController,
    StatementController,
  ],
  providers: [
    { provide: PolicyRepository, useClass: TypeormPolicyRepository },
    { provide: PoolRepository, useClass: TypeormPoolRepository },
    { provide: ClaimRepository, useClass: TypeormClaimRepository },
    { provide: ClosedMonths, useClass: TypeormClosedMonths },
    { provide: RunRepository, useClass: TypeormRunRepository },
    { provide: StatementBook, useClass: TypeormStatementBook },
    { provide: YearRepository, useClass: TypeormYearRepository },
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
    ReverseClaim,
    FindClaims,
    ClearingSources,
    ClearMonth,
    FindRuns,
    YearSources,
    ClearYear,
    FindYears,
    FindStatements,
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
