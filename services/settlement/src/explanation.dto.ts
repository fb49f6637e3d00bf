import { ApiProperty } from '@nestjs/swagger';

/** One step on the way to a result, as every answer with money shows it. */
export class ExplanationStepDto {
  @ApiProperty({ description: 'Rule, stable (规则)', example: 'settlement.benefit.deductible' }) rule: string;
  @ApiProperty({ example: '起付线' }) titleZh: string;
  @ApiProperty({ example: 'Deductible charged' }) titleEn: string;

  @ApiProperty({ description: 'What decided, with its version (依据)', example: 'policy CHANGLE-RESIDENT-2026@1' })
  basis: string;

  @ApiProperty({
    description: 'Figures it was made from; fen and counts as integers, others as decimal text (输入)',
    type: 'object',
    additionalProperties: { type: ['string', 'number', 'boolean', 'null'] },
    example: { mode: 'PER_STAY', levelFen: 40000, inScopeFen: 478000 },
  })
  inputs: Record<string, string | number | boolean | null>;

  @ApiProperty({
    description: 'What came out (结果)',
    oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }],
    example: 40000,
  })
  value: string | number | boolean | null;
}
