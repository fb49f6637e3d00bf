import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody } from '@yigongti/service-host';
import { IsBoolean, IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { callOffReasons, type CallOffReason } from '../referral/index.ts';

export class CallOffDto extends CommandBody {
  @ApiProperty({ description: 'Why (取消原因)', enum: callOffReasons, example: 'PATIENT_DECLINED' })
  @IsIn(callOffReasons)
  reasonCode: CallOffReason;

  @ApiPropertyOptional({ description: 'Whether it is the wish of the patient (患者提出)', example: true })
  @IsOptional()
  @IsBoolean()
  byPatient?: boolean;

  @ApiPropertyOptional({ description: 'In words, without names (说明)', minLength: 1, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  comment?: string;
}

export class MarkNoShowDto extends CommandBody {}
