import { ApiProperty } from '@nestjs/swagger';
import { ContractDto } from './contract.dto.ts';

const residentId = '01936b5e-7a3c-7d10-8a51-4f0c2f6d1a01';

export class HouseholdAgreementDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1e01' }) householdAgreementId: string;
  @ApiProperty({ description: "The registry's household (家庭)", type: String, format: 'uuid', nullable: true, example: null })
  householdId: string | null;
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b02' }) teamId: string;
  @ApiProperty({ example: 'T-37072510201' }) teamCode: string;
  @ApiProperty({ description: 'Institution of the team (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({ description: 'Who signed for all (户代表)', format: 'uuid', example: residentId })
  representativeResidentId: string;
  @ApiProperty({ format: 'date', example: '2026-06-01' }) signedOn: string;
  @ApiProperty({ description: 'First day in force of its contracts (生效日期)', format: 'date', example: '2026-06-01' })
  startsOn: string;
  @ApiProperty({
    description: 'Members who had a contract already: reported, not moved (已签约成员)',
    type: [String],
    example: ['01936b5e-7a3c-7d10-8a51-4f0c2f6d1a05'],
  })
  alreadySignedResidentIds: string[];
  @ApiProperty({ description: "The members' contracts; later members and renewals too (成员协议)", type: [ContractDto] })
  contracts: ContractDto[];
}
