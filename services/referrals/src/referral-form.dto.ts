import { ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsBusinessDate, IsCode, IsInstant } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateNested,
} from 'class-validator';
import {
  programmes,
  purposes,
  reasonCodes,
  transports,
  urgencies,
  visitTypes,
  type Programme,
  type Purpose,
  type ReasonCode,
  type Transport,
  type Urgency,
  type VisitType,
} from './referral/domain/referral-codes.ts';

/** As events carry it: ICD-10, insurance edition 2.0. */
export const diagnosisPattern = /^[A-Z][0-9A-Za-z.+*/-]{1,19}$/;
const instructionPattern = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

export class FollowUpWishDto {
  @ApiPropertyOptional({
    description: 'Days from acceptance to the last day on time; the usual ones of the county when absent (随访时限)',
    type: 'integer',
    minimum: 0,
    maximum: 1000,
    example: 14,
  })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(1000)
  dueInDays?: number;

  @ApiPropertyOptional({ description: 'Programme whose follow-up this is (项目)', enum: programmes, example: 'HTN' })
  @IsOptional()
  @IsIn(programmes)
  programme?: Programme;

  @ApiPropertyOptional({ description: 'What to do, a code of the county; GENERAL when absent (随访要求)', example: 'BP-CHECK' })
  @IsOptional()
  @Matches(instructionPattern)
  instructionCode?: string;
}

/** What a doctor writes on the form: optional one by one, since a draft may be filled in several goes. Beside main.ts, for three features' doors. */
export class ReferralFormDto extends CommandBody {
  @ApiPropertyOptional({ description: 'The doctor who refers (申请医生)', example: 'D370725000021' })
  @IsOptional()
  @IsCode()
  practitionerCode?: string;

  @ApiPropertyOptional({ description: 'Department wished for (转入科室)', example: 'CARDIO' })
  @IsOptional()
  @IsCode()
  toDepartmentCode?: string;

  @ApiPropertyOptional({ description: 'Kind of care asked for (就诊类型)', enum: visitTypes, example: 'INPATIENT' })
  @IsOptional()
  @IsIn(visitTypes)
  visitType?: VisitType;

  @ApiPropertyOptional({ description: 'Urgency (紧急程度)', enum: urgencies, example: 'ROUTINE' })
  @IsOptional()
  @IsIn(urgencies)
  urgency?: Urgency;

  @ApiPropertyOptional({
    description: 'Reasons, of the direction of the referral (转诊原因)',
    type: [String],
    enum: reasonCodes,
    example: ['TWICE_UNCONTROLLED'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(10)
  @ArrayUnique()
  @IsIn(reasonCodes, { each: true })
  reasonCodes?: ReasonCode[];

  @ApiPropertyOptional({ description: 'Reason in words (转诊原因说明)', minLength: 1, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  reasonText?: string;

  @ApiPropertyOptional({ description: 'Purpose (转诊目的)', enum: purposes, example: 'TREATMENT' })
  @IsOptional()
  @IsIn(purposes)
  purpose?: Purpose;

  @ApiPropertyOptional({ description: 'First diagnoses, ICD-10 (初步诊断)', type: [String], example: ['I10.x00'] })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(diagnosisPattern, { each: true })
  diagnosisCodes?: string[];

  @ApiPropertyOptional({
    description: 'Summary of the case, without names (病情摘要)',
    minLength: 1,
    maxLength: 4000,
    example: '连续两次随访血压不达标',
  })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  summary?: string;

  @ApiPropertyOptional({ description: 'First day wished for (期望就诊起)', format: 'date', example: '2026-06-02' })
  @IsOptional()
  @IsBusinessDate()
  windowStart?: string;

  @ApiPropertyOptional({ description: 'Last day wished for (期望就诊止)', format: 'date', example: '2026-06-08' })
  @IsOptional()
  @IsBusinessDate()
  windowEnd?: string;

  @ApiPropertyOptional({
    description: 'When the patient signed consent; not asked in an emergency (知情同意签字时间)',
    format: 'date-time',
    example: '2026-06-01T09:20:00+08:00',
  })
  @IsOptional()
  @IsInstant()
  consentSignedAt?: string;

  @ApiPropertyOptional({ description: 'How to go on; a way down needs it (康复指导)', minLength: 1, maxLength: 4000 })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  rehabGuidance?: string;

  @ApiPropertyOptional({ description: 'Transport (转运方式)', enum: transports, example: 'SELF' })
  @IsOptional()
  @IsIn(transports)
  transport?: Transport;

  @ApiPropertyOptional({ description: 'What the home unit is to do; a way down needs it (随访计划)', type: FollowUpWishDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => FollowUpWishDto)
  followUpPlan?: FollowUpWishDto;
}
