import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { practitionerRole, teamKind } from '@yigongti/events';
import { IsCode, IsId, IsInstant, PageQuery } from '@yigongti/service-host';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import type { TeamKind } from './domain/team.ts';

export class TeamMemberDto {
  @ApiProperty({ description: 'Practitioner (人员编码)', example: 'D370725000021' })
  @IsCode()
  practitionerCode: string;

  @ApiProperty({ description: 'Role in the team (团队角色)', enum: Object.keys(practitionerRole), example: 'GP' })
  @IsIn(Object.keys(practitionerRole))
  role: string;

  @ApiProperty({ description: 'Whether he leads the team (是否组长)', example: true })
  @IsBoolean()
  leads: boolean;
}

export class FormTeamDto {
  @ApiProperty({ description: 'Stable code of the team (团队编号)', example: 'T-37072510201' })
  @IsCode()
  teamCode: string;

  @ApiProperty({ description: 'Kind (团队类型)', enum: Object.keys(teamKind), example: 'CONTRACT_TEAM' })
  @IsIn(Object.keys(teamKind))
  kind: TeamKind;

  @ApiProperty({ description: 'Institution of the team (机构编码)', example: 'H37072500021' })
  @IsCode()
  institutionCode: string;

  @ApiProperty({ description: 'Members, one of whom leads (成员)', type: [TeamMemberDto] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => TeamMemberDto)
  members: TeamMemberDto[];

  @ApiProperty({ description: 'Specialist teams that support it (专科团队)', type: [String], example: [] })
  @IsArray()
  @ArrayMaxSize(20)
  @ArrayUnique()
  @IsId({ each: true })
  specialistTeamIds: string[];

  @ApiProperty({ description: 'When it was formed (发生时间)', format: 'date-time', example: '2026-05-30T09:00:00+08:00' })
  @IsInstant()
  occurredAt: string;
}

export class FindTeamsQuery extends PageQuery {
  @ApiPropertyOptional({ description: 'Institution (机构编码)' })
  @IsOptional()
  @IsCode()
  institutionCode?: string;

  @ApiPropertyOptional({ description: 'Kind (团队类型)', enum: Object.keys(teamKind) })
  @IsOptional()
  @IsIn(Object.keys(teamKind))
  kind?: string;
}

export class TeamMemberViewDto {
  @ApiProperty({ example: 'D370725000021' }) practitionerCode: string;
  @ApiProperty({ example: 'GP' }) role: string;
}

export class TeamDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b02' }) teamId: string;
  @ApiProperty({ example: 'T-37072510201' }) teamCode: string;
  @ApiProperty({ enum: Object.keys(teamKind), example: 'CONTRACT_TEAM' }) kind: string;
  @ApiProperty({ example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ example: 'D370725000021' }) leaderPractitionerCode: string;
  @ApiProperty({ type: [TeamMemberViewDto] }) members: TeamMemberViewDto[];
  @ApiProperty({ type: [String], example: [] }) specialistTeamIds: string[];
  @ApiProperty({ format: 'date', example: '2026-05-30' }) formedOn: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['sign-contract'] }) allowedActions: string[];
}

export class TeamPageDto {
  @ApiProperty({ type: [TeamDto] }) items: TeamDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) next: string | null;
}
