import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { enrolmentCloseReason, programme } from '@yigongti/events';
import { CommandBody, IsBusinessDate, IsCode, IsDiagnosisCode, IsId, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import type { ProgrammeCode } from './domain/enrolment.ts';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const programmes = Object.keys(programme);

export class EnrolResidentDto extends CommandBody {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: residentId })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Programme (项目)', enum: programmes, example: 'HTN' })
  @IsIn(programmes)
  programme: ProgrammeCode;

  @ApiProperty({ description: 'Who manages the resident (管理机构)', example: 'H37072520001' })
  @IsCode()
  institutionCode: string;

  @ApiProperty({ description: 'Diagnosis that gives cause, ICD-10 (诊断编码)', example: 'I10.x00x002' })
  @IsDiagnosisCode()
  diagnosisCode: string;

  @ApiPropertyOptional({
    description: 'First day in care; the day of the command when absent (建档日期)',
    format: 'date',
    example: '2026-06-01',
  })
  @IsOptional()
  @IsBusinessDate()
  enrolledOn?: string;
}

export class FindEnrolmentsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Resident (居民标识)', format: 'uuid' })
  @IsOptional()
  @IsId()
  residentId?: string;

  @ApiPropertyOptional({ description: 'Programme (项目)', enum: programmes })
  @IsOptional()
  @IsIn(programmes)
  programme?: string;

  @ApiPropertyOptional({ description: 'Who manages (管理机构)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Only those in care on that day (在管日期)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  inCareOn?: string;
}

export class EnrolmentDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d03' }) enrolmentId: string;
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ enum: programmes, example: 'HTN' }) programme: string;
  @ApiProperty({ example: 'H37072520001' }) institutionCode: string;
  @ApiProperty({ example: 'I10.x00x002' }) diagnosisCode: string;
  @ApiProperty({ format: 'date', example: '2026-06-01' }) enrolledOn: string;
  @ApiProperty({
    description: 'First day no longer in care (结案日期)',
    type: String,
    format: 'date',
    nullable: true,
    example: null,
  })
  closedOn: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...Object.keys(enrolmentCloseReason), null], example: null })
  closeReason: string | null;
  @ApiProperty({ description: 'County profile it was judged by (县域配置版本)', example: 'changle-2026.1' })
  profileVersion: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}

export class EnrolmentPageDto {
  @ApiProperty({ type: [EnrolmentDto] }) items: EnrolmentDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
