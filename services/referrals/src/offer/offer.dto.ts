import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsBusinessDate, IsCode, IsId } from '@yigongti/service-host';
import { IsOptional, IsString, MaxLength, MinLength } from 'class-validator';

export class CounterOfferDto extends CommandBody {
  @ApiProperty({ description: 'First day offered (另约就诊起)', format: 'date', example: '2026-06-10' })
  @IsBusinessDate()
  start: string;

  @ApiProperty({ description: 'Last day offered (另约就诊止)', format: 'date', example: '2026-06-12' })
  @IsBusinessDate()
  end: string;

  @ApiPropertyOptional({ description: 'Another department of the receiver (另约科室)', example: 'ENDO' })
  @IsOptional()
  @IsCode()
  toDepartmentCode?: string;

  @ApiPropertyOptional({
    description: 'Another institution that could be asked, by a referral of its own (建议机构)',
    example: 'H37072500002',
  })
  @IsOptional()
  @IsCode()
  toInstitutionCode?: string;

  @ApiPropertyOptional({ description: 'Bed or slot that an agreement will hold (拟预留床位或号源)', format: 'uuid' })
  @IsOptional()
  @IsId()
  capacityId?: string;

  @ApiPropertyOptional({ description: 'In words, without names (说明)', minLength: 1, maxLength: 500, example: '本周床位已满' })
  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(500)
  comment?: string;
}

export class AgreeDto extends CommandBody {}

export class RefuseOfferDto extends CommandBody {}
