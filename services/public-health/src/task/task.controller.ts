import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Caller, CommandContext } from '@yigongti/kernel';
import {
  Answers,
  CallerParam,
  Command,
  Context,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
  UuidPipe,
  type Page,
} from '@yigongti/service-host';
import { TaskDto } from '../task.dto.ts';
import { CompleteTask } from './complete-task.ts';
import { taskRefusals } from './domain/task-refusals.ts';
import { FindTasks } from './find-tasks.ts';
import type { TaskView } from './task-view.ts';
import { CompleteTaskDto, FindTasksQuery, TaskPageDto } from './task.dto.ts';

const residentOf = (view: TaskView) => [view.residentId];
const { sweepAhead, otherResident, ...completing } = taskRefusals;

@ApiTags('task 随访任务')
@Controller('public-health/v1/tasks')
export class TaskController {
  constructor(
    private readonly completing: CompleteTask,
    private readonly tasks: FindTasks,
  ) {}

  @Post(':taskId/complete')
  @Command<TaskView>({ ifMatch: true, audit: { action: 'complete', resource: 'task', subjects: residentOf } })
  @Answers(TaskDto, { zh: '完成随访', en: 'Complete a follow-up', refusals: Object.values(completing) })
  complete(
    @Param('taskId', UuidPipe) taskId: string,
    @Body() body: CompleteTaskDto,
    @Context() context: CommandContext,
  ): Promise<TaskView> {
    return this.completing.execute({ ...body, taskId }, context);
  }

  @Get(':taskId')
  @Read<TaskView>({ audit: { action: 'read', resource: 'task', subjects: residentOf } })
  @Answers(TaskDto, { zh: '查询任务', en: 'Show a task', refusals: [taskRefusals.notFound] })
  one(@Param('taskId', UuidPipe) taskId: string, @CallerParam() caller: Caller): Promise<TaskView> {
    return this.tasks.one(taskId, caller);
  }

  @Get()
  @List<Page<TaskView>>({ audit: { action: 'list', resource: 'task', subjects: (page) => page.items.flatMap(residentOf) } })
  @Answers(TaskPageDto, { zh: '任务列表', en: 'List tasks, the most urgent first' })
  async list(@Query() query: FindTasksQuery, @CallerParam() caller: Caller): Promise<Page<TaskView>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const keys = decodeCursor(cursor, ['date', 'uuid']) as [string, string] | null;
    const after = keys && { due: keys[0], taskId: keys[1] };
    const views = await this.tasks.list({ ...filter, limit, after }, caller);
    return pageOf(
      views,
      limit,
      ({ due, taskId }) => [due, taskId],
      (view) => view,
    );
  }
}
