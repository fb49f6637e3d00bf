import { Module } from '@nestjs/common';
import { DayListController, FindDayList } from './day-list/index.ts';
import {
  EnrolmentController,
  EnrolmentGrounds,
  EnrolmentRepository,
  EnrolResident,
  FindEnrolments,
  ImportEnrolments,
  TypeormEnrolmentRepository,
} from './enrolment/index.ts';
import { ExplanationController, FindExplanation } from './explanation/index.ts';
import {
  ContractSignedProjection,
  ContractTerminatedProjection,
  EncounterProjection,
  PeopleDirectory,
  PractitionerProjection,
  TypeormPeopleDirectory,
} from './people/index.ts';
import { EndFollowUp, FollowUpOfDownReferral, FollowUpOnRequest, PlanReferralFollowUp } from './referral-follow-up/index.ts';
import { EndCare, HandOverCare, ResidentProjection } from './residence/index.ts';
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
import { RecordVisit, VisitController } from './visit/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [EnrolmentController, TaskController, ExplanationController, VisitController, DayListController, SweepController],
  providers: [
    { provide: EnrolmentRepository, useClass: TypeormEnrolmentRepository },
    { provide: TaskRepository, useClass: TypeormTaskRepository },
    { provide: PeopleDirectory, useClass: TypeormPeopleDirectory },
    EnrolmentGrounds,
    EnrolResident,
    FindEnrolments,
    ImportEnrolments,
    EndCare,
    HandOverCare,
    TaskBook,
    VisitGrounds,
    CompleteTask,
    RecordVisit,
    FindTasks,
    FindExplanation,
    FindDayList,
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
