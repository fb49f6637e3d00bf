import { Module } from '@nestjs/common';
import { AftercareController, CloseLoop, CloseOnDeath, NoDownNeeded, OpenDown, SendOutcome } from './aftercare/index.ts';
import {
  CapacityController,
  CapacityHolds,
  CapacityRepository,
  FindCapacities,
  OpenCapacity,
  TypeormCapacityRepository,
} from './capacity/index.ts';
import { CallingOffController, CancelReferral, MarkNoShow, WithdrawReferral } from './calling-off/index.ts';
import { AgreeToOffer, MakeCounterOffer, OfferController, RefuseOffer } from './offer/index.ts';
import {
  AdmissionProjection,
  ContractSignedProjection,
  ContractTerminatedProjection,
  PeopleDirectory,
  PractitionerProjection,
  ResidentProjection,
  TeamProjection,
  TypeormPeopleDirectory,
} from './people/index.ts';
import {
  AcceptReferral,
  ApproveReferral,
  ConfirmArrival,
  OpenEncounter,
  ReceptionController,
  RejectReferral,
} from './reception/index.ts';
import {
  FindReferrals,
  ReferralController,
  ReferralDesk,
  ReferralRepository,
  ReferralSteps,
  TypeormReferralRepository,
} from './referral/index.ts';
import {
  CreateReferral,
  DraftSuggestedReferral,
  PartyDirectory,
  SendingController,
  SubmitReferral,
  UploadRecords,
} from './sending/index.ts';
import { EndWalkIn, RegisterWalkIn, TypeormWalkInRepository, WalkInController, WalkInRepository } from './walk-in/index.ts';
import { FindWork, WorklistController } from './worklist/index.ts';
import { ClockSweep, ExpireReferrals, MarkNoShows, SweepController } from './sweep/index.ts';

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [
    ReferralController,
    SendingController,
    ReceptionController,
    AftercareController,
    CapacityController,
    OfferController,
    CallingOffController,
    SweepController,
    WalkInController,
    WorklistController,
  ],
  providers: [
    { provide: ReferralRepository, useClass: TypeormReferralRepository },
    { provide: CapacityRepository, useClass: TypeormCapacityRepository },
    { provide: WalkInRepository, useClass: TypeormWalkInRepository },
    { provide: PeopleDirectory, useClass: TypeormPeopleDirectory },
    ReferralDesk,
    ReferralSteps,
    FindReferrals,
    PartyDirectory,
    CreateReferral,
    SubmitReferral,
    UploadRecords,
    ApproveReferral,
    RejectReferral,
    AcceptReferral,
    ConfirmArrival,
    OpenEncounter,
    MakeCounterOffer,
    AgreeToOffer,
    RefuseOffer,
    WithdrawReferral,
    CancelReferral,
    MarkNoShow,
    RegisterWalkIn,
    EndWalkIn,
    FindWork,
    ClockSweep,
    ExpireReferrals,
    MarkNoShows,
    SendOutcome,
    OpenDown,
    NoDownNeeded,
    CapacityHolds,
    OpenCapacity,
    FindCapacities,
    ResidentProjection,
    PractitionerProjection,
    TeamProjection,
    ContractSignedProjection,
    ContractTerminatedProjection,
    AdmissionProjection,
    DraftSuggestedReferral,
    CloseLoop,
    CloseOnDeath,
  ],
})
export class ReferralsModule {}
