import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { insuranceType } from '@yigongti/events';
import { IsCode, IsId, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const insurances = Object.keys(insuranceType);
const kinds = ['MONTH', 'YEAR'];

export class StatementTableQuery {
  @ApiPropertyOptional({ description: 'Institution (机构编码)' }) @IsOptional() @IsCode() institutionCode?: string;
  @ApiPropertyOptional({ description: 'Pool (基金池)', format: 'uuid' }) @IsOptional() @IsId() poolId?: string;
  @ApiPropertyOptional({ description: 'Insurance (险种)', enum: insurances })
  @IsOptional()
  @IsIn(insurances)
  insuranceType?: string;
  @ApiPropertyOptional({ description: 'Of months or of years (类别)', enum: kinds }) @IsOptional() @IsIn(kinds) kind?: string;

  @ApiPropertyOptional({ description: 'Year (年度)', type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;

  @ApiPropertyOptional({ description: 'Month or year (期间)', example: '2026-06' })
  @IsOptional()
  @Matches(/^\d{4}(-(0[1-9]|1[0-2]))?$/)
  period?: string;
}

export class FindStatementsQuery extends IntersectionType(PageQuery, StatementTableQuery) {}

export class InstitutionStatementDto {
  @ApiProperty({ enum: kinds, example: 'MONTH' }) kind: string;
  @ApiProperty({
    description: 'Run, or clearing of the year (清算批次)',
    format: 'uuid',
    example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d2001',
  })
  runId: string;
  @ApiProperty({ example: '2026-06' }) period: string;
  @ApiProperty({ type: 'integer', example: 2026 }) year: number;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e01' }) poolId: string;
  @ApiProperty({ example: 'H37072500010' }) consortiumCode: string;
  @ApiProperty({ enum: insurances, example: 'RESIDENT' }) insuranceType: string;
  @ApiProperty({ example: 'H37072500101' }) institutionCode: string;
  @ApiProperty({ example: '昌乐县人民医院(合成)' }) institutionNameZh: string;
  @ApiProperty({ description: 'Lists and reversals (清单与冲销数)', type: 'integer', example: 2 }) bookingCount: number;
  @ApiProperty({ example: '600' }) points: string;
  @ApiProperty({ description: 'Share by points (按分值分配, 分)', type: 'integer', example: 60000 }) shareFen: number;
  @ApiProperty({ type: String, nullable: true, example: '86.40' }) score: string | null;
  @ApiProperty({ example: '0.96' }) coefficient: string;
  @ApiProperty({ description: 'Due (应付金额, 分)', type: 'integer', example: 57600 }) dueFen: number;
  @ApiProperty({ description: 'Withheld (考核扣留, 分)', type: 'integer', example: 2400 }) withheldFen: number;
  @ApiProperty({ description: 'Paid by months before; 0 for a month (各月已付, 分)', type: 'integer', example: 0 })
  paidFen: number;
  @ApiProperty({ description: "Due − paid; a year's payments sum to its due (本次支付, 分)", type: 'integer', example: 57600 })
  paymentFen: number;
  @ApiProperty({ format: 'date', example: '2026-07-05' }) clearedOn: string;
}

export class InstitutionStatementPageDto {
  @ApiProperty({ type: [InstitutionStatementDto] }) items: InstitutionStatementDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
