import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode, IsInstant, PageQuery } from '@yigongti/service-host';
import { IsIn, IsOptional } from 'class-validator';
import { directions, urgencies, visitTypes, type Direction, type Urgency, type VisitType } from '../referral/index.ts';
import { workClasses, workLists, type WorkClass, type WorkList } from './work-lists.ts';

const text = { type: String, nullable: true } as const;

export class FindWorkQuery extends PageQuery {
  @ApiPropertyOptional({
    description:
      'Which step waits: REVIEW 审核, ANSWER 接诊应答 (when absent), OFFER 另约答复, ARRIVAL 待到诊, VISIT 候诊, OUTCOME 待回传, AFTERCARE 待下转',
    enum: workLists,
  })
  @IsOptional()
  @IsIn(workLists)
  list?: WorkList;

  @ApiPropertyOptional({ description: 'Department (科室)' })
  @IsOptional()
  @IsCode()
  departmentCode?: string;

  @ApiPropertyOptional({ description: 'Kind of care (就诊类型)', enum: visitTypes })
  @IsOptional()
  @IsIn(visitTypes)
  visitType?: VisitType;

  @ApiPropertyOptional({ description: 'Urgency (紧急程度)', enum: urgencies })
  @IsOptional()
  @IsIn(urgencies)
  urgency?: Urgency;

  @ApiPropertyOptional({ description: 'Class in the list (排队等级)', enum: workClasses })
  @IsOptional()
  @IsIn(workClasses)
  workClass?: WorkClass;

  @ApiPropertyOptional({ description: 'Direction; only referrals have one (转诊方向)', enum: directions })
  @IsOptional()
  @IsIn(directions)
  direction?: Direction;

  @ApiPropertyOptional({ description: 'Sender; only referrals have one (转出机构)' })
  @IsOptional()
  @IsCode()
  fromInstitutionCode?: string;

  @ApiPropertyOptional({ description: 'Only what was due before that time: the overdue (时限早于)', format: 'date-time' })
  @IsOptional()
  @IsInstant()
  dueBefore?: string;
}

export class WorkItemDto {
  @ApiProperty({ enum: ['REFERRAL', 'WALK_IN'], example: 'REFERRAL' }) kind: string;
  @ApiProperty({ description: 'Id of the referral or of the walk-in (标识)', format: 'uuid' }) itemId: string;
  @ApiProperty({ description: 'Since the submission, or the registration (等候起点)', format: 'date-time' }) waitsSince: string;
  @ApiProperty({ enum: workClasses, example: 'CONTRACTED' }) workClass: string;
  @ApiProperty({ format: 'uuid' }) residentId: string;
  @ApiProperty({ ...text, example: 'CARDIO' }) departmentCode: string | null;
  @ApiProperty({ enum: visitTypes, example: 'INPATIENT' }) visitType: string;
  @ApiProperty({ enum: urgencies, example: 'ROUTINE' }) urgency: string;
  @ApiProperty({ description: 'State of the referral, or WAITING (状态)', example: 'PENDING_RECEIVER' }) status: string;
  @ApiProperty({ description: 'For If-Match of the next step', type: 'integer', example: 3 }) version: number;
  @ApiProperty({ ...text, format: 'date-time', description: 'Until when the step is due (时限)', example: null }) dueAt:
    string | null;
  @ApiProperty({ ...text, example: 'H37072500021-20260601-0001' }) referralNo: string | null;
  @ApiProperty({ ...text, enum: [...directions, null], example: 'UP' }) direction: string | null;
  @ApiProperty({ ...text, example: 'H37072500021' }) fromInstitutionCode: string | null;
  @ApiProperty({ ...text, format: 'date', description: 'First day wished for, or accepted', example: '2026-06-02' }) start:
    string | null;
  @ApiProperty({ ...text, format: 'date', description: 'Last day wished for, or accepted', example: '2026-06-08' }) end:
    string | null;
}

export class WorkListDto {
  @ApiProperty({ type: [WorkItemDto] }) items: WorkItemDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
