import { ApiProperty } from '@nestjs/swagger';
import { terminationReason } from '@yigongti/events';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';
const teamId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b02';
const id = { type: String, format: 'uuid', nullable: true, example: null } as const;

/** A contract as it is answered, whoever answers it. */
export class ContractDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1c03' }) contractId: string;
  @ApiProperty({ format: 'uuid', example: residentId }) residentId: string;
  @ApiProperty({ format: 'uuid', example: teamId }) teamId: string;
  @ApiProperty({ example: 'T-37072510201' }) teamCode: string;
  @ApiProperty({ description: 'Institution of the team (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'GP who leads the team (全科医生)', example: 'D370725000021' }) leaderPractitionerCode: string;
  @ApiProperty({ type: [String], example: ['GENERAL'] }) packageCodes: string[];
  @ApiProperty({ description: 'Priority groups on the day of signing (重点人群)', type: [String], example: ['HTN'] })
  priorityGroups: string[];
  @ApiProperty({ format: 'date', example: '2026-06-01' }) startsOn: string;
  @ApiProperty({ description: 'Last day in force by the agreement (到期日)', format: 'date', example: '2027-05-31' })
  endsOn: string;
  @ApiProperty({
    description: 'First day no longer in force (解约日)',
    type: String,
    format: 'date',
    nullable: true,
    example: null,
  })
  terminatedOn: string | null;
  @ApiProperty({ type: String, nullable: true, enum: [...Object.keys(terminationReason), null], example: null })
  terminationReason: string | null;
  @ApiProperty({ description: 'Yearly fee in fen (签约服务费, 分)', type: 'integer', example: 12000 }) feeFen: number;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, example: null }) householdAgreementId: string | null;
  @ApiProperty({ description: 'The contract that it renews (续约前协议)', ...id }) previousContractId: string | null;
  @ApiProperty({ description: 'The contract that renews it (续约协议)', ...id }) renewedByContractId: string | null;
  @ApiProperty({ description: 'First day on which it may be renewed (续约起始日)', format: 'date', example: '2027-04-01' })
  renewalOpensOn: string;
  @ApiProperty({ description: 'Last day on which it may be renewed (续约截止日)', format: 'date', example: '2027-06-30' })
  renewalClosesOn: string;
  @ApiProperty({ enum: ['ACTIVE', 'NOT_STARTED', 'EXPIRED', 'TERMINATED'], example: 'ACTIVE' }) state: string;
  @ApiProperty({ description: 'County profile it was judged by (县域配置版本)', example: 'changle-2026.1' })
  profileVersion: string;
  @ApiProperty({ type: 'integer', example: 1 }) version: number;
  @ApiProperty({ type: [String], example: ['terminate'] }) allowedActions: string[];
}
