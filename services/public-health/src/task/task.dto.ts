import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { taskKind, taskState } from '@yigongti/events';
import { CommandBody, IsBusinessDate, IsCode, IsId, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { IsIn, IsObject, IsOptional, ValidateNested } from 'class-validator';
import { adverseReactions, complications, ReadingsDto, TaskDto } from '../task.dto.ts';
import type { AdverseReaction, Complication } from './domain/classify-follow-up.ts';

export class CompleteTaskDto extends CommandBody {
  @ApiPropertyOptional({
    description: 'Day of the visit; the day of the command when absent (随访日期)',
    format: 'date',
    example: '2026-06-10',
  })
  @IsOptional()
  @IsBusinessDate()
  completedOn?: string;

  @ApiProperty({ description: 'Who made the visit (随访人员)', example: 'D370725000021' })
  @IsCode()
  practitionerCode: string;

  @ApiPropertyOptional({ description: 'What was measured; a programme needs its own readings (测量值)', type: ReadingsDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReadingsDto)
  readings?: ReadingsDto;

  @ApiProperty({ description: 'Adverse drug reaction (药物不良反应)', enum: adverseReactions, example: 'NONE' })
  @IsIn(adverseReactions)
  adverseReaction: AdverseReaction;

  @ApiProperty({ description: 'Complication, new or worse than before (并发症)', enum: complications, example: 'NONE' })
  @IsIn(complications)
  complication: Complication;
}

export class FindTasksQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'State (状态)', enum: Object.keys(taskState) })
  @IsOptional()
  @IsIn(Object.keys(taskState))
  state?: string;

  @ApiPropertyOptional({ description: 'Kind (任务类别)', enum: Object.keys(taskKind) })
  @IsOptional()
  @IsIn(Object.keys(taskKind))
  kind?: string;

  @ApiPropertyOptional({ description: 'Who does it (执行机构)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Resident (居民标识)', format: 'uuid' })
  @IsOptional()
  @IsId()
  residentId?: string;

  @ApiPropertyOptional({ description: 'Only what is due by that day (应完成日期止)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  dueTo?: string;

  @ApiPropertyOptional({ description: 'Day that lateness is told for; today when absent (逾期判定日)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  asOf?: string;
}

export class TaskPageDto {
  @ApiProperty({ type: [TaskDto] }) items: TaskDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
