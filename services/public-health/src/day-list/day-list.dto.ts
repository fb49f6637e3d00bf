import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBusinessDate, IsCode, PageQuery } from '@yigongti/service-host';
import { IsOptional } from 'class-validator';
import { TaskDto } from '../task.dto.ts';

export class DayListQueryDto extends PageQuery {
  @ApiProperty({ description: 'Doctor whose day it is (医生)', example: 'D370725000021' })
  @IsCode()
  practitionerCode: string;

  @ApiPropertyOptional({ description: 'Day; today when absent (日期)', format: 'date', example: '2026-06-10' })
  @IsOptional()
  @IsBusinessDate()
  on?: string;
}

export class ListedTaskDto extends TaskDto {
  @ApiProperty({ description: 'Why it is there (任务来由)', example: '高血压：上次控制不满意，短期复查' }) reasonZh: string;
  @ApiProperty({ example: 'hypertension: the last one was not at target: seen again soon' }) reasonEn: string;
}

export class ListedResidentDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' }) residentId: string;
  @ApiProperty({ description: 'Earliest last day on time (最早应完成日期)', format: 'date', example: '2026-06-15' }) due: string;
  @ApiProperty({ example: false }) overdue: boolean;
  @ApiProperty({
    description: 'Team of the contract in force (签约团队)',
    type: String,
    nullable: true,
    example: 'T-37072510201',
  })
  teamCode: string | null;
  @ApiProperty({ description: 'Last visit anywhere (最近就诊日期)', type: String, format: 'date', nullable: true, example: null })
  lastEncounterOn: string | null;
  @ApiProperty({
    description: 'Readings that close all tasks in one visit (需测量项目)',
    type: [String],
    example: ['systolic', 'diastolic'],
  })
  readings: string[];
  @ApiProperty({ type: [ListedTaskDto] }) tasks: ListedTaskDto[];
}

export class DayListDto {
  @ApiProperty({ example: 'D370725000021' }) practitionerCode: string;
  @ApiProperty({ format: 'date', example: '2026-06-10' }) on: string;
  @ApiProperty({ description: 'Residents on the whole list (居民数)', type: 'integer', example: 1 }) residents: number;
  @ApiProperty({ description: 'Tasks on the whole list (任务数)', type: 'integer', example: 2 }) tasks: number;
  @ApiProperty({ description: 'Of these, past their last day on time (逾期数)', type: 'integer', example: 0 }) overdue: number;
  @ApiProperty({ type: [ListedResidentDto] }) items: ListedResidentDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
