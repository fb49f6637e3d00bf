import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller } from '@yigongti/kernel';
import { Answers, CallerParam, Read, UuidPipe } from '@yigongti/service-host';
import { taskRefusals } from '../task/index.ts';
import { TaskExplanationDto } from './explanation.dto.ts';
import { FindExplanation, type TaskExplanation } from './find-explanation.ts';

@ApiTags('task 随访任务')
@Controller('public-health/v1/tasks')
export class ExplanationController {
  constructor(private readonly explanations: FindExplanation) {}

  @Get(':taskId/explanation')
  @Read<TaskExplanation>({ audit: { action: 'read', resource: 'task', subjects: ({ residentId }) => [residentId] } })
  @Answers(TaskExplanationDto, {
    zh: '任务来由与后续',
    en: 'Why a task exists and what comes next',
    refusals: [taskRefusals.notFound],
  })
  of(@Param('taskId', UuidPipe) taskId: string, @CallerParam() caller: Caller): Promise<TaskExplanation> {
    return this.explanations.of(taskId, caller);
  }
}
