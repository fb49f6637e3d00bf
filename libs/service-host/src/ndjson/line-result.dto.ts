import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class LineErrorDto {
  @ApiProperty({ example: 'request.is-not-empty' }) code: string;
  @ApiProperty() titleZh: string;
  @ApiProperty() titleEn: string;
  @ApiPropertyOptional({ description: 'JSON Pointer into the line' }) pointer?: string;
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) parameters?: Record<string, unknown>;
}

/** The answer to one line of an upload: `@Answers(LineResultDto, ...)` beside `@NdjsonCommand`. */
export class LineResultDto {
  @ApiProperty({ description: 'Counted from 1, blank lines included (行号)', type: 'integer', example: 1 }) line: number;
  @ApiProperty({ enum: ['created', 'updated', 'unchanged', 'refused'], example: 'created' }) status: string;
  @ApiPropertyOptional({
    description: 'Of the record, unless refused',
    format: 'uuid',
    example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01',
  })
  id?: string;
  @ApiPropertyOptional({ description: 'Every reason, if refused (拒绝原因)', type: [LineErrorDto] }) errors?: LineErrorDto[];
}
