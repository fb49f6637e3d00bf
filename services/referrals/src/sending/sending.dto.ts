import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsId } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import { directions, type Direction } from '../referral/index.ts';
import { ReferralFormDto } from '../referral-form.dto.ts';

export class CreateReferralDto extends ReferralFormDto {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Direction (转诊方向)', enum: directions, example: 'UP' })
  @IsIn(directions)
  direction: Direction;

  @ApiProperty({ description: 'Receiver (转入机构)', example: 'H37072500001' })
  @IsCode()
  toInstitutionCode: string;
}

export class SubmitReferralDto extends ReferralFormDto {
  @ApiPropertyOptional({ description: "Another receiver than the draft's (转入机构)", example: 'H37072500001' })
  @IsOptional()
  @IsCode()
  toInstitutionCode?: string;
}
