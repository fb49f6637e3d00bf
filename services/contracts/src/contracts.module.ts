import { Module } from '@nestjs/common';
import {
  ContractController,
  ContractRepository,
  FindContracts,
  FollowUpService,
  ReferralService,
  ResidentProjection,
  SignContract,
  SigningDirectories,
  TerminateContract,
  TypeormContractRepository,
} from './contract/index.ts';
import {
  EnrolmentClosedProjection,
  EnrolmentOpenedProjection,
  PractitionerDirectory,
  PractitionerProjection,
  ResidentDirectory,
  TypeormPractitionerDirectory,
  TypeormResidentDirectory,
} from './people/index.ts';
import { FindTeams, FormTeam, TeamController, TeamRepository, TypeormTeamRepository } from './team/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [TeamController, ContractController],
  providers: [
    { provide: TeamRepository, useClass: TypeormTeamRepository },
    { provide: ContractRepository, useClass: TypeormContractRepository },
    { provide: ResidentDirectory, useClass: TypeormResidentDirectory },
    { provide: PractitionerDirectory, useClass: TypeormPractitionerDirectory },
    FormTeam,
    FindTeams,
    SigningDirectories,
    SignContract,
    TerminateContract,
    FindContracts,
    PractitionerProjection,
    EnrolmentOpenedProjection,
    EnrolmentClosedProjection,
    ResidentProjection,
    FollowUpService,
    ReferralService,
  ],
})
export class ContractsModule {}
