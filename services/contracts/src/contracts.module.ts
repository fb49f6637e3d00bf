import { Module } from '@nestjs/common';
import {
  ContractBook,
  ContractController,
  ContractDesk,
  ContractRepository,
  FindContracts,
  TerminateContract,
  TypeormContractRepository,
} from './contract/index.ts';
import { FollowUpService, ReferralService } from './fulfilment/index.ts';
import {
  FindHouseholdAgreements,
  HouseholdAgreementController,
  HouseholdAgreementRepository,
  TypeormHouseholdAgreementRepository,
} from './household/index.ts';
import {
  EnrolmentClosedProjection,
  EnrolmentOpenedProjection,
  PractitionerDirectory,
  PractitionerProjection,
  ResidentDirectory,
  TypeormPractitionerDirectory,
  TypeormResidentDirectory,
} from './people/index.ts';
import { ResidentProjection } from './residence/index.ts';
import { FindRosters, RosterController } from './roster/index.ts';
import {
  ImportContracts,
  RenewContract,
  SignContract,
  SignHousehold,
  SigningController,
  SigningGrounds,
} from './signing/index.ts';
import { FindTeams, FormTeam, TeamController, TeamRepository, TypeormTeamRepository } from './team/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [TeamController, SigningController, ContractController, HouseholdAgreementController, RosterController],
  providers: [
    { provide: TeamRepository, useClass: TypeormTeamRepository },
    { provide: ContractRepository, useClass: TypeormContractRepository },
    { provide: HouseholdAgreementRepository, useClass: TypeormHouseholdAgreementRepository },
    { provide: ResidentDirectory, useClass: TypeormResidentDirectory },
    { provide: PractitionerDirectory, useClass: TypeormPractitionerDirectory },
    FormTeam,
    FindTeams,
    SigningGrounds,
    SignContract,
    ImportContracts,
    SignHousehold,
    RenewContract,
    ContractBook,
    ContractDesk,
    TerminateContract,
    FindContracts,
    FindHouseholdAgreements,
    FindRosters,
    PractitionerProjection,
    EnrolmentOpenedProjection,
    EnrolmentClosedProjection,
    ResidentProjection,
    FollowUpService,
    ReferralService,
  ],
})
export class ContractsModule {}
