import { ApiProperty } from '@nestjs/swagger';
import { followUpClassification, taskState } from '@yigongti/events';

const taskId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d04';
const date = { type: String, format: 'date', nullable: true } as const;

export class CauseDto {
  @ApiProperty({ enum: ['ENROLMENT', 'FOLLOW_UP', 'REFERRAL'], example: 'FOLLOW_UP' }) kind: string;
  @ApiProperty({ description: 'Of the enrolment, the earlier task or the referral', format: 'uuid', example: taskId }) id: string;
  @ApiProperty({ description: 'Day from which the date was counted (起算日期)', ...date, example: '2026-06-10' }) on:
    string | null;
  @ApiProperty({
    description: 'What the earlier follow-up found (上次随访分类)',
    type: String,
    nullable: true,
    enum: [...Object.keys(followUpClassification), null],
    example: 'UNCONTROLLED',
  })
  classification: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) causeEventId: string | null;
  @ApiProperty({ example: '高血压：上次控制不满意，短期复查' }) titleZh: string;
  @ApiProperty({ example: 'hypertension: the last one was not at target: seen again soon' }) titleEn: string;
}

export class ExplanationStepDto {
  @ApiProperty({ example: 'public-health.task.due' }) rule: string;
  @ApiProperty({ example: '应完成日期' }) titleZh: string;
  @ApiProperty({ example: 'Last day on time' }) titleEn: string;
  @ApiProperty({
    description: 'What it was made from (依据数值)',
    type: Object,
    example: { from: '2026-06-10', recheckDays: 14 },
  })
  inputs: Record<string, unknown>;
  @ApiProperty({ type: String, example: '2026-06-24' }) value: unknown;
  @ApiProperty({
    description: 'County profile and text that set the figure (依据)',
    example: 'changle-2026.1: norm: NBPHS third edition 2017',
  })
  basis: string;
}

export class OutlookDto {
  @ApiProperty({ example: 'CONTROLLED' }) finding: string;
  @ApiProperty({ ...date, example: '2026-09-24' }) nextDue: string | null;
  @ApiProperty({ description: 'Whether it suggests a referral (建议转诊)', example: false }) suggestsReferral: boolean;
  @ApiProperty({ example: '控制满意' }) titleZh: string;
  @ApiProperty({ example: 'at target' }) titleEn: string;
}

export class NextTaskDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d06' }) taskId: string;
  @ApiProperty({ enum: Object.keys(taskState), example: 'PLANNED' }) state: string;
  @ApiProperty({ format: 'date', example: '2026-09-10' }) windowStart: string;
  @ApiProperty({ format: 'date', example: '2026-09-24' }) due: string;
}

export class YearPlanDto {
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ description: 'Follow-ups that the year asks for (应随访次数)', type: 'integer', example: 4 }) required: number;
  @ApiProperty({ type: 'integer', example: 2 }) done: number;
  @ApiProperty({ type: 'integer', example: 2 }) left: number;
}

export class TaskExplanationDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d05' }) taskId: string;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' }) residentId: string;
  @ApiProperty({ enum: Object.keys(taskState), example: 'OPEN' }) state: string;
  @ApiProperty({ example: 'HTN-NEXT-UNCONTROLLED' }) ruleId: string;
  @ApiProperty({ example: 'changle-2026.1' }) ruleVersion: string;
  @ApiProperty({ description: 'What planned it (来由)', type: CauseDto }) cause: CauseDto;
  @ApiProperty({ description: 'How its dates came about (日期由来)', type: [ExplanationStepDto] }) dates: ExplanationStepDto[];
  @ApiProperty({ description: 'What follows from each finding, while it is undone (后续安排)', type: [OutlookDto] })
  outlook: OutlookDto[];
  @ApiProperty({ description: 'The task that followed (下一任务)', type: NextTaskDto, nullable: true }) next: NextTaskDto | null;
  @ApiProperty({ description: "The year's follow-ups of its enrolment (年度进度)", type: YearPlanDto, nullable: true })
  year: YearPlanDto | null;
}
