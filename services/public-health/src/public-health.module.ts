import { Module } from '@nestjs/common';
import {
  EndCare,
  EnrolmentController,
  EnrolmentGrounds,
  EnrolmentRepository,
  EnrolResident,
  FindEnrolments,
  ImportEnrolments,
  ResidentProjection,
  TypeormEnrolmentRepository,
} from './enrolment/index.ts';
import {
  ContractSignedProjection,
  ContractTerminatedProjection,
  EncounterProjection,
  PeopleDirectory,
  PractitionerProjection,
  TypeormPeopleDirectory,
} from './people/index.ts';
import { EndFollowUp, FollowUpOfDownReferral, FollowUpOnRequest, PlanReferralFollowUp } from './referral-follow-up/index.ts';
import { OpenDueTasks, SweepController } from './sweep/index.ts';
import {
  CompleteTask,
  FindTasks,
  TaskBook,
  TaskController,
  TaskRepository,
  TypeormTaskRepository,
  VisitGrounds,
} from './task/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [EnrolmentController, TaskController, SweepController],
  providers: [
    { provide: EnrolmentRepository, useClass: TypeormEnrolmentRepository },
    { provide: TaskRepository, useClass: TypeormTaskRepository },
    { provide: PeopleDirectory, useClass: TypeormPeopleDirectory },
    EnrolmentGrounds,
    EnrolResident,
    FindEnrolments,
    ImportEnrolments,
    EndCare,
    TaskBook,
    VisitGrounds,
    CompleteTask,
    FindTasks,
    OpenDueTasks,
    PlanReferralFollowUp,
    PractitionerProjection,
    ResidentProjection,
    ContractSignedProjection,
    ContractTerminatedProjection,
    EncounterProjection,
    EndFollowUp,
    FollowUpOfDownReferral,
    FollowUpOnRequest,
  ],
})
export class PublicHealthModule {}
