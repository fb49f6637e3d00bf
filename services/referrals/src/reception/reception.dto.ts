import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsBusinessDate, IsId } from '@yigongti/service-host';
import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength } from 'class-validator';
import { rejectReasons, type RejectReason } from '../referral/index.ts';

export class ApproveReferralDto extends CommandBody {}

export class ConfirmArrivalDto extends CommandBody {}

export class RejectReferralDto extends CommandBody {
  @ApiProperty({ description: 'Why (拒绝原因)', enum: rejectReasons, example: 'NO_CAPACITY' })
  @IsIn(rejectReasons)
  reasonCode: RejectReason;

  @ApiPropertyOptional({ description: 'In words, without names (说明)', minLength: 1, maxLength: 500 })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  comment?: string;
}

export class AcceptReferralDto extends CommandBody {
  @ApiProperty({ description: 'First day of the stay or visit (就诊起)', format: 'date', example: '2026-06-03' })
  @IsBusinessDate()
  start: string;

  @ApiProperty({ description: 'Last day (就诊止)', format: 'date', example: '2026-06-05' })
  @IsBusinessDate()
  end: string;

  @ApiPropertyOptional({ description: 'Bed or slot to hold (预留床位或号源)', format: 'uuid' })
  @IsOptional()
  @IsId()
  capacityId?: string;
}

export class OpenEncounterDto extends CommandBody {
  @ApiProperty({
    description: 'Number of the encounter in the own system, printable ASCII (就诊流水号)',
    pattern: '^[\\x21-\\x7E]{1,64}$',
    example: 'ZY202606030007',
  })
  @Matches(/^[\x21-\x7E]{1,64}$/)
  encounterNo: string;
}
