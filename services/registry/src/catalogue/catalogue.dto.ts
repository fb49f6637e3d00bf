import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, IsCode, IsInstant } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Max,
  Min,
  ValidateBy,
  ValidateNested,
} from 'class-validator';

/** Entries of one catalogue at most: a version travels whole in one event. */
const entriesMax = 5_000;

/** An object whose values are texts of at most 200 characters. */
function IsTextRecord(): PropertyDecorator {
  return ValidateBy({
    name: 'isTextRecord',
    validator: {
      validate: (value) =>
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.values(value).every((text) => typeof text === 'string' && text.length <= 200),
      defaultMessage: () => 'attributes must be an object of texts',
    },
  });
}

export class CatalogueEntryDto {
  @ApiProperty({ description: 'Code, unique in the catalogue (编码)', example: 'I10.x00x002' })
  @IsCode()
  code: string;

  @ApiProperty({ description: 'Meaning in Chinese (名称)', example: '原发性高血压' })
  @IsString()
  @Length(1, 200)
  nameZh: string;

  @ApiProperty({ description: 'Meaning in English', type: String, nullable: true, example: 'Essential hypertension' })
  @IsOptional()
  @IsString()
  @Length(1, 300)
  nameEn: string | null;

  @ApiProperty({
    description: 'Further attributes; decimals as text (属性)',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { groupKey: 'I10' },
  })
  @IsTextRecord()
  attributes: Record<string, string>;
}

/** One line of `catalogues/import`: a whole version of a catalogue. */
export class CatalogueLineDto {
  @ApiProperty({ description: 'Catalogue (目录编码)', example: 'DIAGNOSIS' })
  @IsCode()
  catalogueCode: string;

  @ApiProperty({ description: 'Version of its content, from 1 (版本号)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  version: number;

  @ApiProperty({ description: 'First day it holds (生效日期)', format: 'date', example: '2026-01-01' })
  @IsBusinessDate()
  validFrom: string;

  @ApiProperty({ description: 'Every code (条目)', type: [CatalogueEntryDto] })
  @IsArray()
  @ArrayMaxSize(entriesMax)
  @ValidateNested({ each: true })
  @Type(() => CatalogueEntryDto)
  entries: CatalogueEntryDto[];

  @ApiPropertyOptional({ description: 'When it was issued (发生时间)', format: 'date-time' })
  @IsOptional()
  @IsInstant()
  occurredAt?: string;
}

export class CatalogueDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1201' }) catalogueId: string;
  @ApiProperty({ example: 'DIAGNOSIS' }) catalogueCode: string;
  @ApiProperty({ type: 'integer', example: 1 }) catalogueVersion: number;
  @ApiProperty({ format: 'date', example: '2026-01-01' }) validFrom: string;
  @ApiProperty({ type: [CatalogueEntryDto] }) entries: CatalogueEntryDto[];
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}
