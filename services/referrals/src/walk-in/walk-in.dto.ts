import { ApiProperty } from '@nestjs/swagger';
import { CommandBody, IsCode, IsId } from '@yigongti/service-host';
import { IsIn } from 'class-validator';
import {
  walkInEndings,
  walkInUrgencies as urgencies,
  walkInVisitTypes as visitTypes,
  type WalkInEnding,
  type WalkInUrgency,
  type WalkInVisitType,
} from './domain/walk-in.ts';

const workClasses = ['EMERGENCY', 'URGENT', 'WALK_IN'];
const id = (last: string) => `01936b5e-7a3c-7d10-8a51-4f0c2f6d${last}`;

export class RegisterWalkInDto extends CommandBody {
  @ApiProperty({ description: 'Resident (居民标识)', format: 'uuid', example: id('1a01') })
  @IsId()
  residentId: string;

  @ApiProperty({ description: 'Department in which the patient waits (科室)', example: 'CARDIO' })
  @IsCode()
  departmentCode: string;

  @ApiProperty({ description: 'Waits to be seen, or for a bed (就诊类型)', enum: visitTypes, example: 'OUTPATIENT' })
  @IsIn(visitTypes)
  visitType: WalkInVisitType;

  @ApiProperty({ description: 'Urgency (紧急程度)', enum: urgencies, example: 'ROUTINE' })
  @IsIn(urgencies)
  urgency: WalkInUrgency;
}

export class EndWalkInDto extends CommandBody {
  @ApiProperty({ description: 'Taken into care, or left (结束方式)', enum: walkInEndings, example: 'TAKEN' })
  @IsIn(walkInEndings)
  ending: WalkInEnding;
}

export class WalkInDto {
  @ApiProperty({ format: 'uuid', example: id('3b01') }) walkInId: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ enum: ['WAITING', ...walkInEndings], example: 'WAITING' }) status: string;
  @ApiProperty({ example: 'H37072500001' }) institutionCode: string;
  @ApiProperty({ example: 'CARDIO' }) departmentCode: string;
  @ApiProperty({ format: 'uuid', example: id('1a01') }) residentId: string;
  @ApiProperty({ enum: visitTypes, example: 'OUTPATIENT' }) visitType: string;
  @ApiProperty({ enum: urgencies, example: 'ROUTINE' }) urgency: string;
  @ApiProperty({ description: 'Class in the work list (排队等级)', enum: workClasses, example: 'WALK_IN' }) workClass: string;
  @ApiProperty({ format: 'date-time', example: '2026-06-01T08:10:00.000+08:00' }) registeredAt: string;
  @ApiProperty({ type: [String], example: ['end'] }) allowedActions: string[];
}
