import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { CommandBody, IsCode, IsId } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, Matches, ValidateNested } from 'class-validator';
import { directions, recordTypes, type Direction, type RecordType } from '../referral/index.ts';
import { ReferralFormDto } from '../referral-form.dto.ts';

export class CreateReferralDto extends ReferralFormDto {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Direction (转诊方向)', enum: directions, example: 'UP' })
  @IsIn(directions)
  direction: Direction;

  @ApiProperty({ description: 'Receiver (转入机构)', example: 'H37072500001' })
  @IsCode()
  toInstitutionCode: string;
}

export class SubmitReferralDto extends ReferralFormDto {
  @ApiPropertyOptional({ description: "Another receiver than the draft's (转入机构)", example: 'H37072500001' })
  @IsOptional()
  @IsCode()
  toInstitutionCode?: string;
}

export class UploadedDocumentDto {
  @ApiProperty({
    description: "Its number in the sender's own system, printable ASCII (文书编号)",
    pattern: '^[\\x21-\\x7E]{1,64}$',
    example: 'ZZ-0017',
  })
  @Matches(/^[\x21-\x7E]{1,64}$/)
  documentNo: string;

  @ApiProperty({
    description: 'Referral record, laboratory report, prescription, discharge summary (文书类型)',
    enum: recordTypes,
    example: 'HSDC00.05',
  })
  @IsIn(recordTypes)
  typeCode: RecordType;

  @ApiPropertyOptional({
    description: 'SHA-256 of its bytes (摘要)',
    pattern: '^[0-9a-f]{64}$',
    example: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  })
  @IsOptional()
  @Matches(/^[0-9a-f]{64}$/)
  digest?: string;
}

export class UploadRecordsDto extends CommandBody {
  @ApiProperty({ description: 'Documents to add (新增文书)', type: [UploadedDocumentDto], minItems: 1, maxItems: 50 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => UploadedDocumentDto)
  documents: UploadedDocumentDto[];
}
