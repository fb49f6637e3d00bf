import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { insuranceType } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsInstant, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsObject, IsOptional, Max, Min, ValidateBy, ValidateNested } from 'class-validator';
import { BenefitTermsDto, FundTermsDto, PointTermsDto } from './policy-package.dto.ts';

const insurances = Object.keys(insuranceType);
const sourcesExample = { '/benefit/inpatient': 'published: Jiamusi 2018', '/fund/riskReserveRatio': 'assumption' };

const isSource = (text: unknown) => typeof text === 'string' && text.length <= 300;
const IsSources = () =>
  ValidateBy({
    name: 'isSources',
    validator: {
      validate: (sources: unknown) => {
        const texts = Object.values(sources ?? {});
        return texts.length <= 500 && texts.every(isSource);
      },
      defaultMessage: () => 'sources must be at most 500 texts of 300 characters, by JSON Pointer',
    },
  });

class PolicyPackageDto {
  @ApiProperty({ description: 'Code of the policy over its versions (政策编码)', example: 'CHANGLE-RESIDENT-2026' })
  @IsCode()
  policyCode: string;

  @ApiProperty({ description: 'Insurance (险种)', enum: insurances, example: 'RESIDENT' })
  @IsIn(insurances)
  insuranceType: 'RESIDENT' | 'EMPLOYEE';

  @ApiProperty({ description: 'Year (年度)', type: 'integer', example: 2026 })
  @IsInt()
  @Min(2000)
  @Max(2999)
  year: number;

  @ApiProperty({ description: 'First day of discharge it pays for (生效日期)', format: 'date', example: '2026-01-01' })
  @IsBusinessDate()
  effectiveFrom: string;

  @ApiProperty({ description: 'Last day (失效日期)', format: 'date', example: '2026-12-31' })
  @IsBusinessDate()
  effectiveTo: string;

  @ApiProperty({ type: FundTermsDto }) @ValidateNested() @Type(() => FundTermsDto) fund: FundTermsDto;
  @ApiProperty({ type: BenefitTermsDto }) @ValidateNested() @Type(() => BenefitTermsDto) benefit: BenefitTermsDto;
  @ApiProperty({ type: PointTermsDto }) @ValidateNested() @Type(() => PointTermsDto) points: PointTermsDto;

  @ApiProperty({
    description: 'Where each value stands, by JSON Pointer: a document and its paragraph, a norm, or `assumption` (依据)',
    type: 'object',
    additionalProperties: { type: 'string' },
    example: sourcesExample,
  })
  @IsObject()
  @IsSources()
  sources: Record<string, string>;
}

/** Body of `POST policies`: the package of the county profile, opened as of its first day. */
export class PublishPolicyDto extends PolicyPackageDto {
  @ApiProperty({ description: 'When it was decided (发生时间)', format: 'date-time', example: '2025-12-20T09:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindPoliciesQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Insurance (险种)', enum: insurances })
  @IsOptional()
  @IsIn(insurances)
  insuranceType?: 'RESIDENT' | 'EMPLOYEE';

  @ApiPropertyOptional({ description: 'Year (年度)', type: 'integer' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(2000)
  @Max(2999)
  year?: number;

  @ApiPropertyOptional({ description: 'Only policies that pay for discharges on that day (有效日期)', format: 'date' })
  @IsOptional()
  @IsBusinessDate()
  inForceOn?: string;
}

export class PolicyDto extends PolicyPackageDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1d01' }) policyId: string;
  @ApiProperty({ description: 'Version under its code, from 1 (政策版本)', type: 'integer', example: 1 }) policyVersion: number;
  @ApiProperty({ description: 'SHA-256 of the package (摘要)' }) digest: string;
  @ApiProperty({ format: 'date', example: '2025-12-20' }) publishedOn: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['open-pool'] }) allowedActions: string[];
}

export class PolicyPageDto {
  @ApiProperty({ type: [PolicyDto] }) items: PolicyDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
