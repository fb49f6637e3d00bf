import { ApiProperty } from '@nestjs/swagger';
import type { Instant } from '@yigongti/kernel';
import { IsInstant } from './field-decorators.ts';

/** What the body of every command has; a service's DTOs extend it. */
export class CommandBody {
  @ApiProperty({
    // Said, since an alias of string is an object to the decorators' metadata.
    type: String,
    description: 'When it happened, business time, RFC 3339 with offset; late entry is judged by it (发生时间)',
    format: 'date-time',
    example: '2026-06-01T09:30:00+08:00',
  })
  @IsInstant()
  occurredAt: Instant;
}
