import { Module } from '@nestjs/common';
import {
  ClaimFacts,
  ContractSignedFacts,
  ContractTerminatedFacts,
  ControlReadings,
  EncounterFacts,
  EnrolmentClosedFacts,
  EnrolmentOpenedFacts,
  ReferralAnswerFacts,
  ReferralArrivedFacts,
  ReferralClosedFacts,
  ReferralSentFacts,
  ReferralUrgencyFacts,
  ResidentFacts,
} from './fact/index.ts';
import {
  AssessedInstitutions,
  FindIndicatorRecords,
  FindIndicatorValues,
  IndicatorController,
  IndicatorCounts,
  IndicatorRecords,
  MeasureIndicators,
  SqlAssessedInstitutions,
  SqlIndicatorCounts,
  SqlIndicatorRecords,
} from './indicator/index.ts';
import {
  AssessMonth,
  FindResults,
  FreezeResult,
  MonthClearings,
  PublishResult,
  ResultController,
  ResultRepository,
  TypeormResultRepository,
} from './result/index.ts';
import { FindSchemes, PublishScheme, SchemeController, SchemeRepository, TypeormSchemeRepository } from './scheme/index.ts';

const facts = [
  ResidentFacts,
  ContractSignedFacts,
  ContractTerminatedFacts,
  ReferralUrgencyFacts,
  ReferralSentFacts,
  ReferralAnswerFacts,
  ReferralArrivedFacts,
  ReferralClosedFacts,
  EnrolmentOpenedFacts,
  EnrolmentClosedFacts,
  ControlReadings,
  ClaimFacts,
  EncounterFacts,
  MonthClearings,
];

/** The only composition root: here ports meet adapters. */
@Module({
  controllers: [IndicatorController, SchemeController, ResultController],
  providers: [
    { provide: IndicatorCounts, useClass: SqlIndicatorCounts },
    { provide: IndicatorRecords, useClass: SqlIndicatorRecords },
    { provide: AssessedInstitutions, useClass: SqlAssessedInstitutions },
    { provide: SchemeRepository, useClass: TypeormSchemeRepository },
    { provide: ResultRepository, useClass: TypeormResultRepository },
    MeasureIndicators,
    FindIndicatorValues,
    FindIndicatorRecords,
    PublishScheme,
    FindSchemes,
    AssessMonth,
    PublishResult,
    FreezeResult,
    FindResults,
    ...facts,
  ],
})
export class AssessmentModule {}
