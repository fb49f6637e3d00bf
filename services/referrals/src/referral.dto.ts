import { ApiProperty } from '@nestjs/swagger';
import {
  callOffReasons,
  directions,
  noDownReasons,
  origins,
  outcomes,
  programmes,
  purposes,
  queueClasses,
  reasonCodes,
  recordTypes,
  rejectReasons,
  scopes,
  statuses,
  transports,
  urgencies,
  visitTypes,
} from './referral/domain/referral-codes.ts';

const id = (last: string) => `01936b5e-7a3c-7d10-8a51-4f0c2f6d${last}`;
const text = { type: String, nullable: true, example: null } as const;
const uuid = { type: String, format: 'uuid', nullable: true, example: null } as const;
const one = (values: readonly string[], example: string | null) =>
  ({ type: String, enum: [...values, null], nullable: true, example }) as const;

export class RuleHitDto {
  @ApiProperty({ example: 'HTN-TWICE-UNCONTROLLED' }) ruleId: string;
  @ApiProperty({ example: '2017.1' }) ruleVersion: string;
}

export class FollowUpPlanDto {
  @ApiProperty({ type: 'integer', example: 14 }) dueInDays: number;
  @ApiProperty(one(programmes, 'HTN')) programme: string | null;
  @ApiProperty({ example: 'BP-CHECK' }) instructionCode: string;
}

export class RejectionDto {
  @ApiProperty({ enum: ['REVIEWER', 'RECEIVER'] }) rejectedBy: string;
  @ApiProperty({ enum: rejectReasons }) reasonCode: string;
  @ApiProperty(text) comment: string | null;
}

export class CounterOfferedDto {
  @ApiProperty({ format: 'date-time', example: '2026-06-01T15:00:00.000+08:00' }) offeredAt: string;
  @ApiProperty({ format: 'date', example: '2026-06-10' }) start: string;
  @ApiProperty({ format: 'date', example: '2026-06-12' }) end: string;
  @ApiProperty(text) departmentCode: string | null;
  @ApiProperty({ ...text, description: 'Somebody else to ask, by a new referral (建议机构)' }) toInstitutionCode: string | null;
  @ApiProperty(uuid) capacityId: string | null;
  @ApiProperty(text) comment: string | null;
}

export class CalledOffDto {
  @ApiProperty({ enum: ['SENDER', 'RECEIVER', 'PATIENT'], example: 'PATIENT' }) calledOffBy: string;
  @ApiProperty({ enum: callOffReasons, example: 'PATIENT_DECLINED' }) reasonCode: string;
  @ApiProperty(text) comment: string | null;
}

export class RecordDocumentDto {
  @ApiProperty({ example: 'ZZ-0017' }) documentNo: string;
  @ApiProperty({ enum: recordTypes, example: 'HSDC00.05' }) typeCode: string;
  @ApiProperty(text) digest: string | null;
}

export class AcceptanceDto {
  @ApiProperty({ format: 'date-time', example: '2026-06-01T15:00:00.000+08:00' }) acceptedAt: string;
  @ApiProperty({ format: 'date', example: '2026-06-03' }) start: string;
  @ApiProperty({ format: 'date', example: '2026-06-05' }) end: string;
  @ApiProperty(uuid) capacityId: string | null;
}

export class OutcomeDto {
  @ApiProperty({ enum: outcomes, example: 'IMPROVED' }) outcome: string;
  @ApiProperty({ type: [String], example: ['I10.x00'] }) diagnosisCodes: string[];
  @ApiProperty({ example: '低盐饮食，规律服药' }) advice: string;
}

export class ClosingDto {
  @ApiProperty({ enum: ['FOLLOW_UP_DONE', 'DIED'] }) cause: string;
  @ApiProperty(uuid) followUpTaskId: string | null;
}

/** The answer of every route about a referral; beside main.ts, since the doors of four features give it. */
export class ReferralDto {
  @ApiProperty({ format: 'uuid', example: id('2a01') }) referralId: string;
  @ApiProperty({ description: 'Unique per sender; claims name it (转诊单号)', example: 'H37072500021-20260601-0001' })
  referralNo: string;
  @ApiProperty({ type: 'integer', example: 3 }) version: number;
  @ApiProperty({ enum: statuses, example: 'PENDING_RECEIVER' }) status: string;
  @ApiProperty({ enum: directions, example: 'UP' }) direction: string;
  @ApiProperty({ description: 'Derived from the tree (转诊范围)', enum: scopes, example: 'INTRA' }) scope: string;
  @ApiProperty({ enum: origins, example: 'MANUAL' }) origin: string;
  @ApiProperty({ ...uuid, description: 'Follow-up task that suggested it (建议来源任务)' }) suggestionTaskId: string | null;
  @ApiProperty({ type: [RuleHitDto], example: [] }) ruleHits: RuleHitDto[];
  @ApiProperty({ ...uuid, description: 'The up-referral that a down-referral follows (原上转单)' }) parentReferralId:
    string | null;
  @ApiProperty({ format: 'uuid', example: id('1a01') }) residentId: string;
  @ApiProperty({ example: 'H37072500021' }) fromInstitutionCode: string;
  @ApiProperty({ example: 'H37072500001' }) toInstitutionCode: string;
  @ApiProperty({ format: 'date-time', example: '2026-06-01T09:30:00.000+08:00' }) draftedAt: string;
  @ApiProperty({ type: String, nullable: true, example: 'D370725000021' }) practitionerCode: string | null;
  @ApiProperty(text) toDepartmentCode: string | null;
  @ApiProperty(one(visitTypes, 'INPATIENT')) visitType: string | null;
  @ApiProperty(one(urgencies, 'ROUTINE')) urgency: string | null;
  @ApiProperty({ type: [String], enum: reasonCodes, nullable: true, example: ['TWICE_UNCONTROLLED'] }) reasonCodes:
    string[] | null;
  @ApiProperty(text) reasonText: string | null;
  @ApiProperty(one(purposes, null)) purpose: string | null;
  @ApiProperty({ type: [String], nullable: true, example: ['I10.x00'] }) diagnosisCodes: string[] | null;
  @ApiProperty({ type: String, nullable: true, example: '连续两次随访血压不达标' }) summary: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-06-02' }) windowStart: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-06-08' }) windowEnd: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null }) consentSignedAt: string | null;
  @ApiProperty(text) rehabGuidance: string | null;
  @ApiProperty(one(transports, null)) transport: string | null;
  @ApiProperty({ type: FollowUpPlanDto, nullable: true, example: null }) followUpPlan: FollowUpPlanDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2026-06-01T09:40:00.000+08:00' })
  submittedAt: string | null;
  @ApiProperty({
    description: 'Had a contract in force when it was submitted (已签约)',
    type: Boolean,
    nullable: true,
    example: true,
  })
  contracted: boolean | null;
  @ApiProperty(uuid) contractId: string | null;
  @ApiProperty({ ...one(queueClasses, 'CONTRACTED'), description: "Class in the receiver's worklist (排队等级)" })
  queueClass: string | null;
  @ApiProperty({ ...text, description: 'Who reviews (审核机构)' }) reviewerInstitutionCode: string | null;
  @ApiProperty({
    description: 'When who has to answer should have (应答时限)',
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-06-02T09:40:00.000+08:00',
  })
  replyDueAt: string | null;
  @ApiProperty({
    description: 'When it lapses without that answer (失效时间)',
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-06-03T09:40:00.000+08:00',
  })
  expiresAt: string | null;
  @ApiProperty({
    description: 'County profile it was judged by (县域配置版本)',
    type: String,
    nullable: true,
    example: 'changle-2026.1',
  })
  profileVersion: string | null;
  @ApiProperty({ type: RejectionDto, nullable: true, example: null }) rejection: RejectionDto | null;
  @ApiProperty({ type: CounterOfferedDto, nullable: true, example: null }) counterOffer: CounterOfferedDto | null;
  @ApiProperty({ type: AcceptanceDto, nullable: true, example: null }) acceptance: AcceptanceDto | null;
  @ApiProperty({
    description: 'Until when an accepted patient may come (最晚到诊时间)',
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
  })
  expectedBy: string | null;
  @ApiProperty({ type: CalledOffDto, nullable: true, example: null }) callOff: CalledOffDto | null;
  @ApiProperty({ description: 'Documents of the sender (病历文书)', type: [RecordDocumentDto], example: [] })
  records: RecordDocumentDto[];
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null }) arrivedOn: string | null;
  @ApiProperty({ ...text, description: "In the receiver's system (就诊流水号)" }) encounterNo: string | null;
  @ApiProperty({ type: OutcomeDto, nullable: true, example: null }) outcome: OutcomeDto | null;
  @ApiProperty({ ...uuid, description: 'The open down-referral of this one (下转单)' }) downReferralId: string | null;
  @ApiProperty(one(noDownReasons, null)) noDownReason: string | null;
  @ApiProperty({ type: ClosingDto, nullable: true, example: null }) closing: ClosingDto | null;
  @ApiProperty({
    description: "What the caller's own institution may do now (可执行操作)",
    type: [String],
    example: ['accept', 'reject'],
  })
  allowedActions: string[];
}

export class ReferralPageDto {
  @ApiProperty({ type: [ReferralDto] }) items: ReferralDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
