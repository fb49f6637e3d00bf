import { Body, Controller, Post } from '@nestjs/common';
import { ApiProperty, ApiTags } from '@nestjs/swagger';
import type { CommandContext } from '@yigongti/kernel';
import { Answers, Command, CommandBody, Context, IsBusinessDate } from '@yigongti/service-host';
import { taskRefusals } from '../task/index.ts';
import { OpenDueTasks, type SweepView } from './open-due-tasks.ts';

export class OpenDueTasksDto extends CommandBody {
  @ApiProperty({ description: 'Open what has its window by that day (截止日期)', format: 'date', example: '2026-06-01' })
  @IsBusinessDate()
  asOf: string;
}

export class SweepDto {
  @ApiProperty({ format: 'date', example: '2026-06-01' }) asOf: string;
  @ApiProperty({ description: 'Tasks that it opened (开启任务数)', type: 'integer', example: 42 }) opened: number;
}

@ApiTags('sweep 定时任务')
@Controller('public-health/v1/sweeps')
export class SweepController {
  constructor(private readonly opening: OpenDueTasks) {}

  @Post('open-tasks')
  @Command<SweepView>()
  @Answers(SweepDto, { zh: '开启到期任务', en: 'Open the tasks whose window has come', refusals: [taskRefusals.sweepAhead] })
  openTasks(@Body() body: OpenDueTasksDto, @Context() context: CommandContext): Promise<SweepView> {
    return this.opening.execute(body, context);
  }
}
