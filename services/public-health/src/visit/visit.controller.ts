import { Body, Controller, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { staleVersion, type CommandContext } from '@yigongti/kernel';
import { Answers, Command, Context } from '@yigongti/service-host';
import { taskRefusals } from '../task/index.ts';
import { RecordVisit } from './record-visit.ts';
import type { VisitView } from './visit-view.ts';
import { RecordVisitDto, VisitDto } from './visit.dto.ts';

const { sweepAhead, ...visiting } = taskRefusals;

@ApiTags('visit 合并随访')
@Controller('public-health/v1/visits')
export class VisitController {
  constructor(private readonly recording: RecordVisit) {}

  @Post()
  @Command<VisitView>({ audit: { action: 'complete', resource: 'task', subjects: (view) => [view.residentId] } })
  @Answers(VisitDto, {
    zh: '合并随访',
    en: 'One visit that closes several tasks of a resident',
    refusals: [...Object.values(visiting), staleVersion],
  })
  record(@Body() body: RecordVisitDto, @Context() context: CommandContext): Promise<VisitView> {
    return this.recording.execute(body, context);
  }
}
