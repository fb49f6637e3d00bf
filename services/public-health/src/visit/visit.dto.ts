import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsBusinessDate, IsCode, IsId } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  Min,
  ValidateNested,
} from 'class-validator';
import { adverseReactions, complications, ReadingsDto, TaskDto } from '../task.dto.ts';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const taskId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d04';
const diabetesTaskId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d05';

export class VisitedTaskDto {
  @ApiProperty({ description: 'Task that the visit is to close (任务)', format: 'uuid', example: taskId })
  @IsId()
  taskId: string;

  @ApiProperty({ description: 'Its version as it was read (版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(0)
  version: number;

  @ApiProperty({ description: 'Adverse reaction to its drugs (药物不良反应)', enum: adverseReactions, example: 'NONE' })
  @IsIn(adverseReactions)
  adverseReaction: (typeof adverseReactions)[number];

  @ApiProperty({ description: 'Complication, new or worse than before (并发症)', enum: complications, example: 'NONE' })
  @IsIn(complications)
  complication: (typeof complications)[number];
}

const taskOf = (visited: unknown) => (visited as VisitedTaskDto | null)?.taskId;

export class RecordVisitDto extends CommandBody {
  @ApiProperty({ description: 'Who was visited (居民标识)', format: 'uuid', example: residentId })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Tasks of that resident (任务)', type: [VisitedTaskDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @ArrayUnique(taskOf)
  @ValidateNested({ each: true })
  @Type(() => VisitedTaskDto)
  tasks: VisitedTaskDto[];

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

  @ApiPropertyOptional({ description: 'What was measured, for all tasks (测量值)', type: ReadingsDto })
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => ReadingsDto)
  readings?: ReadingsDto;
}

export class LeftOpenDto {
  @ApiProperty({ format: 'uuid', example: diabetesTaskId }) taskId: string;
  @ApiProperty({
    description: 'Readings that it would have needed (缺少的测量值)',
    type: [String],
    example: ['/readings/fastingGlucose'],
  })
  missing: string[];
}

export class VisitDto {
  @ApiProperty({
    description: 'In every task that it closed (随访标识)',
    format: 'uuid',
    example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1f01',
  })
  visitId: string;
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ format: 'date', example: '2026-06-10' }) completedOn: string;
  @ApiProperty({ example: 'D370725000021' }) practitionerCode: string;
  @ApiProperty({ description: 'Tasks that it closed (办结任务)', type: [TaskDto] }) closed: TaskDto[];
  @ApiProperty({ description: 'Tasks that lack a reading and stay open (未办结任务)', type: [LeftOpenDto] })
  leftOpen: LeftOpenDto[];
}
