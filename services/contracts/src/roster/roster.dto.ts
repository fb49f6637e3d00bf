import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, PageQuery } from '@yigongti/service-host';
import { IsOptional } from 'class-validator';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';

export class RosterQueryDto extends PageQuery {
  @ApiPropertyOptional({ description: 'Day of the roster; today when absent (名册日期)', format: 'date', example: '2026-07-01' })
  @IsOptional()
  @IsBusinessDate()
  on?: string;
}

export class PersonDaysQueryDto extends PageQuery {
  @ApiProperty({ description: 'First day of the period (起始日期)', format: 'date', example: '2026-01-01' })
  @IsBusinessDate()
  from: string;

  @ApiProperty({ description: 'Last day of the period (截止日期)', format: 'date', example: '2026-12-31' })
  @IsBusinessDate()
  to: string;
}

export class RosterEntryDto {
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1c03' }) contractId: string;
  @ApiProperty({ example: 'T-37072510201' }) teamCode: string;
  @ApiProperty({ description: 'Institution of the team (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'Unit responsible for the resident (责任机构)', example: 'H37072520001' })
  homeInstitutionCode: string;
  @ApiProperty({ type: [String], example: ['GENERAL', 'HTN'] }) packageCodes: string[];
  @ApiProperty({ description: 'Priority groups on that day (重点人群)', type: [String], example: ['ELDERLY_65', 'HTN'] })
  priorityGroups: string[];
  @ApiProperty({ format: 'date', example: '2026-06-01' }) startsOn: string;
  @ApiProperty({ description: 'Last day in force by the agreement (到期日)', format: 'date', example: '2027-05-31' })
  endsOn: string;
  @ApiProperty({ description: 'To be renewed (待续约)', example: false }) renewalDue: boolean;
  @ApiProperty({ description: 'Services under the contract so far (已履约次数)', type: 'integer', example: 2 }) services: number;
  @ApiProperty({
    description: 'Day of the last one (最近履约日期)',
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-06-20',
  })
  lastServiceOn: string | null;
}

export class RosterDto {
  @ApiProperty({ example: 'D370725000021' }) practitionerCode: string;
  @ApiProperty({ format: 'date', example: '2026-07-01' }) on: string;
  @ApiProperty({ description: 'Residents on the whole roster (签约人数)', type: 'integer', example: 1 }) persons: number;
  @ApiProperty({ description: 'Limit of the panel on that day (签约人数上限)', type: 'integer', example: 2000 })
  panelLimitPersons: number;
  @ApiProperty({ type: [RosterEntryDto] }) items: RosterEntryDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}

export class PersonDaysEntryDto {
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ description: 'Days under contract in the period (签约天数)', type: 'integer', example: 184 }) days: number;
}

export class PersonDaysDto {
  @ApiProperty({ example: 'D370725000021' }) practitionerCode: string;
  @ApiProperty({ format: 'date', example: '2026-01-01' }) from: string;
  @ApiProperty({ format: 'date', example: '2026-12-31' }) to: string;
  @ApiProperty({ description: 'Residents with a day in the period (人数)', type: 'integer', example: 1 }) persons: number;
  @ApiProperty({ description: 'Days of all of them (签约人天数)', type: 'integer', example: 184 }) personDays: number;
  @ApiProperty({ type: [PersonDaysEntryDto] }) items: PersonDaysEntryDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
