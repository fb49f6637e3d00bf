import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { encounterKind } from '@yigongti/events';
import { IsCode, IsDiagnosisCode, IsId, IsInstant, IsSourceNumber, PageQuery } from '@yigongti/service-host';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';

const kinds = Object.keys(encounterKind);

/** One line of `encounters/import`. */
export class EncounterLineDto {
  @ApiProperty({ description: 'Where it took place (就诊机构)', example: 'H37072500101' })
  @IsCode()
  institutionCode: string;

  @ApiProperty({ description: "Its number in the hospital's system (就诊流水号)", example: 'MZ202606010017' })
  @IsSourceNumber()
  sourceNo: string;

  @ApiProperty({ description: 'Version that the hospital gave it, from 1 (报送版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  sourceVersion: number;

  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Kind (就诊类别)', enum: kinds, example: 'OUTPATIENT' })
  @IsIn(kinds)
  kind: 'OUTPATIENT' | 'EMERGENCY' | 'ADMISSION' | 'DISCHARGE';

  @ApiProperty({
    description: 'The visit, admission or discharge itself (就诊时间)',
    format: 'date-time',
    example: '2026-06-01T09:30:00+08:00',
  })
  @IsInstant()
  happenedAt: string;

  @ApiProperty({ description: 'Diagnoses, the main one first (诊断)', type: [String], example: ['I10.x00x002'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(40)
  @IsDiagnosisCode({ each: true })
  diagnosisCodes: string[];

  @ApiPropertyOptional({ description: 'Number of the stay, for admission and discharge (住院号)', type: String, nullable: true })
  @IsOptional()
  @IsSourceNumber()
  admissionNo?: string | null;

  @ApiProperty({ description: 'Whether it took place out of the county (县域外就诊)', example: false })
  @IsBoolean()
  outOfCounty: boolean;

  @ApiPropertyOptional({ description: 'Who saw the patient (接诊人员)', type: String, nullable: true })
  @IsOptional()
  @IsCode()
  practitionerCode?: string | null;

  @ApiProperty({
    description: 'When it happened, business time (发生时间)',
    format: 'date-time',
    example: '2026-06-01T09:30:00+08:00',
  })
  @IsInstant()
  occurredAt: string;
}

export class FindEncountersQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Institution (就诊机构)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Resident (居民标识)', format: 'uuid' })
  @IsOptional()
  @IsId()
  residentId?: string;

  @ApiPropertyOptional({ description: 'Kind (就诊类别)', enum: kinds })
  @IsOptional()
  @IsIn(kinds)
  kind?: string;
}

export class EncounterDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1301' }) encounterId: string;
  @ApiProperty({ example: 'H37072500101' }) institutionCode: string;
  @ApiProperty({ example: 'MZ202606010017' }) sourceNo: string;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' }) residentId: string;
  @ApiProperty({ enum: kinds, example: 'OUTPATIENT' }) kind: string;
  @ApiProperty({ format: 'date-time', example: '2026-06-01T09:30:00.000+08:00' }) happenedAt: string;
  @ApiProperty({ type: [String], example: ['I10.x00x002'] }) diagnosisCodes: string[];
  @ApiProperty({ type: String, nullable: true, example: null }) admissionNo: string | null;
  @ApiProperty({ example: false }) outOfCounty: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'D370725000021' }) practitionerCode: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class EncounterPageDto {
  @ApiProperty({ type: [EncounterDto] }) items: EncounterDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
