import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { institutionKind, institutionLevel, settlementLevel } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsInstant, PageQuery } from '@yigongti/service-host';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Matches, Max, Min } from 'class-validator';

const levels = Object.keys(institutionLevel);
const kinds = Object.keys(institutionKind);
const settlementLevels = Object.keys(settlementLevel);

/** One line of `institutions/import`. */
export class InstitutionLineDto {
  @ApiProperty({ description: 'Stable code (机构编码)', example: 'H37072510001' })
  @IsCode()
  institutionCode: string;

  @ApiProperty({ description: 'Name in Chinese (机构名称)', example: '示例镇卫生院(合成)' })
  @IsString()
  @Length(1, 100)
  nameZh: string;

  @ApiProperty({ description: 'Name in English', example: 'Example Township Health Centre (synthetic)' })
  @IsString()
  @Length(1, 200)
  nameEn: string;

  @ApiProperty({ description: 'Level (机构层级)', enum: levels, example: 'TOWNSHIP' })
  @IsIn(levels)
  level: string;

  @ApiProperty({ description: 'Kind (机构类别)', enum: kinds, example: 'TOWNSHIP_HEALTH_CENTRE' })
  @IsIn(kinds)
  kind: string;

  @ApiPropertyOptional({
    description: 'Row of the benefit table (医保结算等级)',
    enum: settlementLevels,
    nullable: true,
    example: 'TOWNSHIP',
  })
  @IsOptional()
  @IsIn(settlementLevels)
  settlementLevel?: string | null;

  @ApiPropertyOptional({ description: 'Parent in the tree (上级机构)', type: String, nullable: true, example: 'H37072500101' })
  @IsOptional()
  @IsCode()
  parentCode?: string | null;

  @ApiPropertyOptional({ description: 'Consortium (所属医共体)', type: String, nullable: true, example: 'H37072500010' })
  @IsOptional()
  @IsCode()
  consortiumCode?: string | null;

  @ApiProperty({ description: 'Whether it leads its consortium (牵头医院)', example: false })
  @IsBoolean()
  consortiumLead: boolean;

  @ApiProperty({ description: 'Division, 6, 9 or 12 digits (行政区划代码)', example: '370725107' })
  @Matches(/^\d{6}(\d{3}){0,2}$/)
  divisionCode: string;

  @ApiProperty({ description: 'First day in service (启用日期)', format: 'date', example: '2020-01-01' })
  @IsBusinessDate()
  activeFrom: string;

  @ApiPropertyOptional({ description: 'Last day in service (停用日期)', type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsBusinessDate()
  activeTo?: string | null;

  @ApiPropertyOptional({ description: 'Number in the source system (来源编号)', example: '10001' })
  @IsOptional()
  @IsString()
  @Length(1, 64)
  sourceNo?: string;

  @ApiProperty({ description: 'Version in the source system, from 1 (来源版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  sourceVersion: number;

  @ApiProperty({ description: 'Since when it is so (发生时间)', format: 'date-time', example: '2020-01-01T00:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindInstitutionsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Level (机构层级)', enum: levels })
  @IsOptional()
  @IsIn(levels)
  level?: string;

  @ApiPropertyOptional({ description: 'Kind (机构类别)', enum: kinds })
  @IsOptional()
  @IsIn(kinds)
  kind?: string;

  @ApiPropertyOptional({ description: 'Parent (上级机构)' })
  @IsOptional()
  @IsCode()
  parentCode?: string;

  @ApiPropertyOptional({ description: 'Consortium (所属医共体)' })
  @IsOptional()
  @IsCode()
  consortiumCode?: string;
}

export class InstitutionDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1001' }) institutionId: string;
  @ApiProperty({ example: 'H37072510001' }) institutionCode: string;
  @ApiProperty({ example: '示例镇卫生院(合成)' }) nameZh: string;
  @ApiProperty({ example: 'Example Township Health Centre (synthetic)' }) nameEn: string;
  @ApiProperty({ enum: levels, example: 'TOWNSHIP' }) level: string;
  @ApiProperty({ enum: kinds, example: 'TOWNSHIP_HEALTH_CENTRE' }) kind: string;
  @ApiProperty({ type: String, nullable: true, example: 'TOWNSHIP' }) settlementLevel: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'H37072500101' }) parentCode: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'H37072500010' }) consortiumCode: string | null;
  @ApiProperty({ example: false }) consortiumLead: boolean;
  @ApiProperty({ example: '370725107' }) divisionCode: string;
  @ApiProperty({ format: 'date', example: '2020-01-01' }) activeFrom: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null }) activeTo: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class InstitutionPageDto {
  @ApiProperty({ type: [InstitutionDto] }) items: InstitutionDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
