import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsId, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import { directions, statuses, type Direction, type ReferralStatus } from './domain/referral-codes.ts';

export class FindReferralsQuery extends PageQuery {
  @ApiPropertyOptional({
    description: 'State; PENDING_RECEIVER comes in order of the worklist, everything else in order of drafting (状态)',
    enum: statuses,
  })
  @IsOptional()
  @IsIn(statuses)
  status?: ReferralStatus;

  @ApiPropertyOptional({ description: 'Direction (转诊方向)', enum: directions })
  @IsOptional()
  @IsIn(directions)
  direction?: Direction;

  @ApiPropertyOptional({ description: 'Sender (转出机构)' })
  @IsOptional()
  @IsCode()
  fromInstitutionCode?: string;

  @ApiPropertyOptional({ description: 'Receiver (转入机构)' })
  @IsOptional()
  @IsCode()
  toInstitutionCode?: string;

  @ApiPropertyOptional({ description: 'Resident (居民标识)', format: 'uuid' })
  @IsOptional()
  @IsId()
  residentId?: string;

  @ApiPropertyOptional({ description: 'The up-referral whose ways down are asked for (原上转单)', format: 'uuid' })
  @IsOptional()
  @IsId()
  parentReferralId?: string;
}
