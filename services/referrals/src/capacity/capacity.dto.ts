import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsBusinessDate, IsCode, PageQuery } from '@yigongti/service-host';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { capacityKinds, type CapacityKind } from './domain/capacity.ts';

const capacityId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d2c01';

export class OpenCapacityDto extends CommandBody {
  @ApiProperty({ description: 'Department that keeps them (科室)', example: 'CARDIO' })
  @IsCode()
  departmentCode: string;

  @ApiProperty({ description: 'Beds or appointment slots (床位或号源)', enum: capacityKinds, example: 'BED' })
  @IsIn(capacityKinds)
  kind: CapacityKind;

  @ApiProperty({ description: 'First day of use (起始日期)', format: 'date', example: '2026-06-01' })
  @IsBusinessDate()
  from: string;

  @ApiProperty({ description: 'Last day of use (截止日期)', format: 'date', example: '2026-06-30' })
  @IsBusinessDate()
  to: string;

  @ApiProperty({ description: 'How many (数量)', type: 'integer', minimum: 1, maximum: 10_000, example: 20 })
  @IsInt()
  @Min(1)
  @Max(10_000)
  total: number;
}

export class FindCapacitiesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Institution (机构编码)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Department (科室)' })
  @IsOptional()
  @IsCode()
  departmentCode?: string;

  @ApiPropertyOptional({ description: 'Beds or slots (床位或号源)', enum: capacityKinds })
  @IsOptional()
  @IsIn(capacityKinds)
  kind?: CapacityKind;

  @ApiPropertyOptional({ description: 'Only what can be used on that day (可用日期)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  on?: string;
}

export class CapacityDto {
  @ApiProperty({ format: 'uuid', example: capacityId }) capacityId: string;
  @ApiProperty({ example: 'H37072500001' }) institutionCode: string;
  @ApiProperty({ example: 'CARDIO' }) departmentCode: string;
  @ApiProperty({ enum: capacityKinds, example: 'BED' }) kind: string;
  @ApiProperty({ format: 'date', example: '2026-06-01' }) from: string;
  @ApiProperty({ format: 'date', example: '2026-06-30' }) to: string;
  @ApiProperty({ type: 'integer', example: 20 }) total: number;
  @ApiProperty({ description: 'Of accepted patients who have not arrived (已预留)', type: 'integer', example: 1 }) held: number;
  @ApiProperty({ description: 'Of patients who arrived (已使用)', type: 'integer', example: 3 }) consumed: number;
  @ApiProperty({ description: 'Neither held nor used (空闲)', type: 'integer', example: 16 }) free: number;
  @ApiProperty({ type: 'integer', example: 8 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class CapacityPageDto {
  @ApiProperty({ type: [CapacityDto] }) items: CapacityDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
