import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString, Length } from 'class-validator';
import { CommandBody } from '../http/shape/command-body.ts';
import { PageQuery } from '../http/page.ts';

const deadStates = ['DEAD', 'REPLAYED', 'DISCARDED'] as const;
const counts = { type: 'object', additionalProperties: { type: 'integer' } } as const;

export class PositionDto {
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: 'integer', description: 'Offset of the last record that is settled here' }) offset: number;
}

export class LedgerDto {
  @ApiProperty({ type: 'integer', description: 'Events not yet published (待发布)' }) outboxPending: number;
  @ApiProperty({ ...counts, description: 'Published, by full event type (已发布)' }) published: Record<string, number>;
  @ApiProperty({ ...counts, description: 'Distinct events taken by the inbox, by full event type (已处理)' }) applied: Record<
    string,
    number
  >;
  @ApiProperty({ type: 'integer' }) parked: number;
  @ApiProperty({ type: 'integer' }) dead: number;
  @ApiProperty({ type: [PositionDto] }) positions: PositionDto[];
  @ApiProperty({ type: [String], description: 'Event types that the service declares (订阅的事件)' }) consumes: string[];
}

export class ParkedKeyDto {
  @ApiProperty() key: string;
  @ApiProperty({ type: 'integer' }) events: number;
  @ApiProperty() eventType: string;
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: 'integer' }) offset: number;
  @ApiProperty({ type: 'integer' }) attempts: number;
  @ApiProperty({ description: 'Waits for another event: no fault' }) waiting: boolean;
  @ApiProperty({ type: String, nullable: true }) errorClass: string | null;
  @ApiProperty({ format: 'date-time' }) nextAttemptAt: string;
  @ApiProperty({ format: 'date-time' }) parkedAt: string;
}

export class ParkedPageDto {
  @ApiProperty({ type: [ParkedKeyDto] }) items: ParkedKeyDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class DeadSummaryDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty() eventType: string;
  @ApiProperty() topic: string;
  @ApiProperty({ type: 'integer' }) partition: number;
  @ApiProperty({ type: 'integer' }) offset: number;
  @ApiProperty({ type: String, nullable: true }) key: string | null;
  @ApiProperty({ enum: ['POISON', 'ATTEMPTS', 'WAITED_TOO_LONG'] }) reason: string;
  @ApiProperty() errorClass: string;
  @ApiProperty({ type: 'integer' }) attempts: number;
  @ApiProperty({ format: 'date-time' }) deadAt: string;
  @ApiProperty({ enum: deadStates }) state: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) closedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) closedBy: string | null;
  @ApiProperty({ type: String, nullable: true }) closingReason: string | null;
}

export class DeadDetailDto extends DeadSummaryDto {
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } }) headers: Record<string, string>;
  @ApiProperty({
    description: 'Sensitive fields are masked (敏感字段已遮蔽)',
    type: 'object',
    additionalProperties: true,
    nullable: true,
  })
  data: unknown;
}

export class DeadPageDto {
  @ApiProperty({ type: [DeadSummaryDto] }) items: DeadSummaryDto[];
  @ApiProperty({ type: String, nullable: true }) next: string | null;
}

export class DeadQuery extends PageQuery {
  @ApiPropertyOptional({ enum: deadStates })
  @IsOptional()
  @IsIn(deadStates)
  state?: (typeof deadStates)[number];
}

export class ReplayDto extends CommandBody {}

export class DiscardDto extends CommandBody {
  @ApiProperty({ description: 'Why nothing is lost by it; stays in the log (理由)', minLength: 5, maxLength: 500 })
  @IsString()
  @Length(5, 500)
  reason: string;
}

export class OperationDto {
  @ApiProperty({ format: 'uuid' }) id: string;
  @ApiProperty({ enum: deadStates }) state: string;
}
