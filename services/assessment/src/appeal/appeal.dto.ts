import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { appealReason } from '@yigongti/events';
import { CommandBody, IsCode, IsDecimalText, IsId, IsSourceNumber, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, ValidateNested } from 'class-validator';
import {
  dismissedGrounds,
  upheldGrounds,
  type AppealGrounds,
  type AppealReason,
  type AppealState,
} from './domain/appeal-codes.ts';

const resultId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b01';
const appealId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1c01';
const reasons = Object.keys(appealReason);
const states: readonly AppealState[] = ['SUBMITTED', 'WITHDRAWN', 'UPHELD', 'DISMISSED'];

export class SubmitAppealDto extends CommandBody {
  @ApiProperty({ description: 'The result (考核结果)', format: 'uuid', example: resultId })
  @IsId()
  resultId: string;

  @ApiProperty({ description: 'Indicator of the own line (指标编码)', example: 'CON-COV' })
  @IsCode()
  indicatorCode: string;

  @ApiProperty({ description: 'Why (申诉理由)', enum: reasons, example: 'FACTS_MISSING' })
  @IsIn(reasons)
  reasonCode: AppealReason;

  @ApiProperty({ description: 'Numbers of documents that show it (佐证材料编号)', type: [String], example: ['WJ-2026-0713'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(20)
  @IsSourceNumber({ each: true })
  evidence: string[];
}

export class WithdrawAppealDto extends CommandBody {}

export class CorrectionDto {
  @ApiProperty({ description: 'Decimal string, in the unit of the indicator (分子)', example: '60' })
  @IsDecimalText()
  numerator: string;

  @ApiProperty({ description: 'Decimal string (分母)', example: '120' })
  @IsDecimalText()
  denominator: string;
}

export class UpholdAppealDto extends CommandBody {
  @ApiProperty({ description: 'What it rests on (裁定依据)', enum: upheldGrounds, example: 'EVIDENCE_CONFIRMED' })
  @IsIn(upheldGrounds)
  groundsCode: AppealGrounds;

  @ApiPropertyOptional({
    description: 'The line as it shall stand; left out: counted anew when the next version is published (更正值)',
    type: CorrectionDto,
    example: { numerator: '60', denominator: '120' },
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => CorrectionDto)
  correction?: CorrectionDto;
}

export class DismissAppealDto extends CommandBody {
  @ApiProperty({ description: 'What it rests on (裁定依据)', enum: dismissedGrounds, example: 'COUNTED_BY_RULE' })
  @IsIn(dismissedGrounds)
  groundsCode: AppealGrounds;
}

export class FindAppealsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Against this result (考核结果)', format: 'uuid' })
  @IsOptional()
  @IsId()
  resultId?: string;

  @ApiPropertyOptional({ description: 'By this institution (申诉机构)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'State (状态)', enum: states })
  @IsOptional()
  @IsIn(states)
  state?: AppealState;
}

export class AppealDecisionDto {
  @ApiProperty({ description: 'Decision (裁定)', enum: ['UPHELD', 'DISMISSED'], example: 'UPHELD' }) decision: string;
  @ApiProperty({
    description: 'What it rests on (裁定依据)',
    enum: [...upheldGrounds, ...dismissedGrounds],
    example: 'EVIDENCE_CONFIRMED',
  })
  groundsCode: string;
  @ApiProperty({ description: 'The line as it shall stand (更正值)', type: CorrectionDto, nullable: true, example: null })
  correction: CorrectionDto | null;
  @ApiProperty({ format: 'date-time', example: '2026-07-06T15:00:00.000+08:00' }) decidedAt: string;
}

export class AppealDto {
  @ApiProperty({ format: 'uuid', example: appealId }) appealId: string;
  @ApiProperty({ format: 'uuid', example: resultId }) resultId: string;
  @ApiProperty({ description: 'Month (考核月份)', example: '2026-06' }) period: string;
  @ApiProperty({ description: 'Who appeals, against its own line (申诉机构)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'Indicator of the line (指标编码)', example: 'CON-COV' }) indicatorCode: string;
  @ApiProperty({ description: 'Why (申诉理由)', enum: reasons, example: 'FACTS_MISSING' }) reasonCode: string;
  @ApiProperty({ description: 'Documents (佐证材料编号)', type: [String], example: ['WJ-2026-0713'] }) evidence: string[];
  @ApiProperty({ description: 'State (状态)', enum: states, example: 'SUBMITTED' }) state: string;
  @ApiProperty({ format: 'date-time', example: '2026-07-03T09:30:00.000+08:00' }) submittedAt: string;
  @ApiProperty({ description: 'What was decided; null before (裁定)', type: AppealDecisionDto, nullable: true, example: null })
  decided: AppealDecisionDto | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['withdraw'] }) allowedActions: string[];
}

export class AppealPageDto {
  @ApiProperty({ type: [AppealDto] }) items: AppealDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
