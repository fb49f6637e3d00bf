import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsCode } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  MinLength,
  ValidateNested,
} from 'class-validator';
import { noDownReasons, outcomes, type NoDownReason, type OutcomeCode } from '../referral/index.ts';
import { diagnosisPattern, FollowUpWishDto, ReferralFormDto } from '../referral-form.dto.ts';

export class SendOutcomeDto extends CommandBody {
  @ApiProperty({ description: 'Outcome (治疗结果)', enum: outcomes, example: 'IMPROVED' })
  @IsIn(outcomes)
  outcome: OutcomeCode;

  @ApiProperty({
    description: 'Diagnoses at the end, ICD-10, the main one first (出院诊断)',
    type: [String],
    example: ['I10.x00'],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique()
  @Matches(diagnosisPattern, { each: true })
  diagnosisCodes: string[];

  @ApiProperty({ description: 'Advice, without names (健康建议)', minLength: 1, maxLength: 4000, example: '低盐饮食，规律服药' })
  @IsString()
  @MinLength(1)
  @MaxLength(4000)
  advice: string;
}

export class OpenDownDto extends ReferralFormDto {
  @ApiPropertyOptional({ description: "Receiver; the resident's home unit when absent (转入机构)", example: 'V370725001036' })
  @IsOptional()
  @IsCode()
  toInstitutionCode?: string;
}

export class NoDownNeededDto extends CommandBody {
  @ApiProperty({ description: 'Why nobody has to go down (不下转原因)', enum: noDownReasons, example: 'HEALED' })
  @IsIn(noDownReasons)
  reason: NoDownReason;

  @ApiPropertyOptional({ description: 'What the home unit is to do; not for who died (随访计划)', type: FollowUpWishDto })
  @IsOptional()
  @ValidateNested()
  @Type(() => FollowUpWishDto)
  followUpPlan?: FollowUpWishDto;
}
