import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { programme, taskKind, taskState } from '@yigongti/events';
import { IsCode } from '@yigongti/service-host';
import { ArrayMaxSize, ArrayUnique, IsArray, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const taskId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d04';
export const adverseReactions = ['NONE', 'PRESENT', 'HARD_TO_CONTROL'] as const;
export const complications = ['NONE', 'NEW', 'WORSE'] as const;
/** Bounds of what an instrument can show; what is dangerous is the county's figure. */
const bounds = {
  pressure: [20, 400],
  heartRate: [10, 350],
  glucose: /^\d{1,2}(\.\d{1,2})?$/,
  temperature: /^\d{2}(\.\d{1,2})?$/,
} as const;

/** What was measured at a visit, whoever asks for it. */
export class ReadingsDto {
  @ApiPropertyOptional({ description: 'Systolic pressure, mmHg (收缩压)', type: 'integer', example: 148 })
  @IsOptional()
  @IsInt()
  @Min(bounds.pressure[0])
  @Max(bounds.pressure[1])
  systolic?: number;

  @ApiPropertyOptional({ description: 'Diastolic pressure, mmHg (舒张压)', type: 'integer', example: 88 })
  @IsOptional()
  @IsInt()
  @Min(bounds.pressure[0])
  @Max(bounds.pressure[1])
  diastolic?: number;

  @ApiPropertyOptional({ description: 'Fasting glucose, mmol/l (空腹血糖)', pattern: bounds.glucose.source, example: '6.9' })
  @IsOptional()
  @Matches(bounds.glucose)
  fastingGlucose?: string;

  @ApiPropertyOptional({ description: 'Heart rate per minute (心率)', type: 'integer', example: 76 })
  @IsOptional()
  @IsInt()
  @Min(bounds.heartRate[0])
  @Max(bounds.heartRate[1])
  heartRate?: number;

  @ApiPropertyOptional({ description: 'Temperature, °C (体温)', pattern: bounds.temperature.source, example: '36.6' })
  @IsOptional()
  @Matches(bounds.temperature)
  temperature?: string;

  @ApiPropertyOptional({ description: "Signs of danger, codes of the county's profile (危急体征)", type: [String], example: [] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsCode({ each: true })
  signs?: string[];
}

export class FollowUpRecordDto {
  @ApiProperty({ type: ReadingsDto }) readings: ReadingsDto;
  @ApiProperty({ enum: adverseReactions, example: 'NONE' }) adverseReaction: string;
  @ApiProperty({ enum: complications, example: 'NONE' }) complication: string;
}

export class ReferralReasonDto {
  @ApiProperty({ description: 'Rule that fired (命中规则)', example: 'HTN-TWICE-UNCONTROLLED' }) ruleId: string;
  @ApiProperty({ description: 'Reason to refer up (转诊原因)', example: 'TWICE_UNCONTROLLED' }) reasonCode: string;
}

const date = { type: String, format: 'date', nullable: true } as const;
const uuid = { type: String, format: 'uuid', nullable: true } as const;
const text = { type: String, nullable: true } as const;

/** A task as it is answered, whoever answers it. */
export class TaskDto {
  @ApiProperty({ format: 'uuid', example: taskId }) taskId: string;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' }) residentId: string;
  @ApiProperty({ description: 'Who does it (执行机构)', example: 'H37072520001' }) institutionCode: string;
  @ApiProperty({ enum: Object.keys(taskKind), example: 'PROGRAMME_FOLLOW_UP' }) kind: string;
  @ApiProperty({ ...text, enum: [...Object.keys(programme), null], example: 'HTN' }) programme: string | null;
  @ApiProperty({ ...uuid, example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d03' }) enrolmentId: string | null;
  @ApiProperty({ ...uuid, example: null }) referralId: string | null;
  @ApiProperty({ description: 'Number within its enrolment or referral, from 1 (序号)', type: 'integer', example: 2 })
  sequence: number;
  @ApiProperty({ enum: Object.keys(taskState), example: 'DONE' }) state: string;
  @ApiProperty({ description: 'Open, and past its last day on time (逾期)', example: false }) overdue: boolean;
  @ApiProperty({ format: 'date', example: '2026-06-01' }) windowStart: string;
  @ApiProperty({ description: 'Last day on time (应完成日期)', format: 'date', example: '2026-06-15' }) due: string;
  @ApiProperty({ description: 'Rule that planned it (规则)', example: 'HTN-NEXT-UNCONTROLLED' }) ruleId: string;
  @ApiProperty({ description: 'Its version (规则版本)', example: 'changle-2026.1' }) ruleVersion: string;
  @ApiProperty({ ...date, example: '2026-06-10' }) completedOn: string | null;
  @ApiProperty({ ...text, example: 'D370725000021' }) practitionerCode: string | null;
  @ApiProperty({ type: FollowUpRecordDto, nullable: true }) record: FollowUpRecordDto | null;
  @ApiProperty({ description: "Class by the programme's rules (随访分类)", ...text, example: 'UNCONTROLLED' })
  classification: string | null;
  @ApiProperty({ description: 'At target (控制达标)', type: Boolean, nullable: true, example: false }) controlled: boolean | null;
  @ApiProperty({ description: 'County profile that it was judged by (县域配置版本)', ...text, example: 'changle-2026.1' })
  classifiedBy: string | null;
  @ApiProperty({ description: 'Why a referral is suggested (转诊建议原因)', type: [ReferralReasonDto] })
  referralReasons: ReferralReasonDto[];
  @ApiProperty({ description: 'Last day on time of the next one (下次随访日期)', ...date, example: '2026-06-24' })
  nextDue: string | null;
  @ApiProperty({ ...text, example: null }) cancelReason: string | null;
  @ApiProperty({ description: 'The visit, where it closed several tasks (合并随访)', ...uuid, example: null })
  visitId: string | null;
  @ApiProperty({ description: 'Team of the contract in force (签约团队)', ...text, example: 'T-37072510201' })
  teamCode: string | null;
  @ApiProperty({ description: 'Last visit anywhere in the county (最近就诊日期)', ...date, example: '2026-05-20' })
  lastEncounterOn: string | null;
  @ApiProperty({ type: 'integer', example: 3 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}
