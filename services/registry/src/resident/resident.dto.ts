import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { residentInsuranceType, sex } from '@yigongti/events';
import { IsBusinessDate, IsCode, IsInstant } from '@yigongti/service-host';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';

const insuranceTypes = Object.keys(residentInsuranceType);
/** Numbers of one look-up at most. */
const lookupMax = 500;

/** One line of `residents/import`. Birth date and sex are read from the national id. */
export class ResidentLineDto {
  @ApiProperty({ description: 'Number in the source system (来源编号)', example: 'R000001' })
  @IsCode()
  sourceNo: string;

  @ApiProperty({ description: 'Version in the source system, from 1 (来源版本)', type: 'integer', example: 1 })
  @IsInt()
  @Min(1)
  @Max(2_000_000_000)
  sourceVersion: number;

  @ApiProperty({ description: 'National id, GB 11643 (身份证号码)', example: '37072519500505123X' })
  @IsString()
  @Length(1, 32)
  nationalId: string;

  @ApiProperty({ description: 'Name (姓名)', example: '示例居民' })
  @IsString()
  @Length(1, 50)
  name: string;

  @ApiPropertyOptional({ description: 'Phone (联系电话)', type: String, nullable: true, example: '00000000000' })
  @IsOptional()
  @IsString()
  @Length(1, 30)
  phone?: string | null;

  @ApiPropertyOptional({ description: 'Address (住址)', type: String, nullable: true })
  @IsOptional()
  @IsString()
  @Length(1, 200)
  address?: string | null;

  @ApiProperty({ description: 'Village or community, 12 digits (村居代码)', example: '370725107201' })
  @Matches(/^\d{12}$/)
  villageDivisionCode: string;

  @ApiProperty({ description: 'Village clinic or township centre responsible (责任机构)', example: 'H37072520001' })
  @IsCode()
  homeInstitutionCode: string;

  @ApiPropertyOptional({ description: 'Household (户号)', type: String, nullable: true, example: 'HH000001' })
  @IsOptional()
  @IsCode()
  householdNo?: string | null;

  @ApiProperty({ description: 'Basic insurance (参保类型)', enum: insuranceTypes, example: 'RESIDENT' })
  @IsIn(insuranceTypes)
  insuranceType: string;

  @ApiProperty({ description: 'First day on the register (登记日期)', format: 'date', example: '2020-01-01' })
  @IsBusinessDate()
  registeredOn: string;

  @ApiPropertyOptional({ description: 'Day of death (死亡日期)', type: String, format: 'date', nullable: true })
  @IsOptional()
  @IsBusinessDate()
  diedOn?: string | null;

  @ApiPropertyOptional({
    description: 'First day no longer resident here (迁出日期)',
    type: String,
    format: 'date',
    nullable: true,
  })
  @IsOptional()
  @IsBusinessDate()
  movedOutOn?: string | null;

  @ApiProperty({ description: 'Since when it is so (发生时间)', format: 'date-time', example: '2026-05-31T08:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class LookupDto {
  @ApiProperty({ description: 'National ids; never part of a URL (身份证号码)', type: [String], example: ['37072519500505123X'] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(lookupMax)
  @IsString({ each: true })
  @Length(1, 32, { each: true })
  nationalIds: string[];
}

export class LookupAnswerDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' }) residentId:
    string | null;
  @ApiProperty({ type: String, nullable: true, enum: ['format', 'birth-date', 'check-digit', null], example: null }) fault:
    string | null;
}

export class LookupAnswersDto {
  @ApiProperty({ description: 'In the order of the question (按请求顺序)', type: [LookupAnswerDto] }) answers: LookupAnswerDto[];
}

export class ResidentDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01' }) residentId: string;
  @ApiProperty({ description: 'First character, the rest hidden (姓名脱敏)', example: '示***' }) nameMasked: string;
  @ApiProperty({ description: 'Division and last four (身份证脱敏)', example: '370725********123X' }) nationalIdMasked: string;
  @ApiProperty({ type: String, nullable: true, example: '000******00' }) phoneMasked: string | null;
  @ApiProperty({ format: 'date', example: '1950-05-05' }) birthDate: string;
  @ApiProperty({ enum: Object.keys(sex), example: '1' }) sex: string;
  @ApiProperty({ example: '370725107201' }) villageDivisionCode: string;
  @ApiProperty({ example: 'H37072520001' }) homeInstitutionCode: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) householdId: string | null;
  @ApiProperty({ enum: insuranceTypes, example: 'RESIDENT' }) insuranceType: string;
  @ApiProperty({ format: 'date', example: '2020-01-01' }) registeredOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null }) diedOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null }) movedOutOn: string | null;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: [] }) allowedActions: string[];
}
