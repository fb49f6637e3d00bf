import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsCode } from '@yigongti/service-host';
import { IsOptional } from 'class-validator';

export class RankingParams {
  @ApiPropertyOptional({ description: 'By this indicator instead of by score (指标编码)' })
  @IsOptional()
  @IsCode()
  indicatorCode?: string;
}

export class RankedDto {
  @ApiProperty({ description: 'Institution (机构编码)', example: 'H37072500021' }) institutionCode: string;
  @ApiProperty({
    description: 'Who is compared with whom: units of one level (同类机构)',
    enum: ['COUNTY', 'TOWNSHIP'],
    example: 'TOWNSHIP',
  })
  peerGroup: string;
  @ApiProperty({
    description: 'Equal values share the best place, the places they take up are left out: 1, 2, 2, 4 (名次)',
    type: 'integer',
    nullable: true,
    example: 2,
  })
  rank: number | null;
  @ApiProperty({ description: 'How many of the group have a place (参与排名机构数)', type: 'integer', example: 9 }) peers: number;
  @ApiProperty({ description: 'Score, or value of the indicator (得分或指标值)', type: String, nullable: true, example: '86.67' })
  value: string | null;
}

export class RankingDto {
  @ApiProperty({ format: 'uuid', example: '01936b5e-7a3c-7d10-8a51-4f0c2f6d1b01' }) resultId: string;
  @ApiProperty({ example: '2026-05' }) period: string;
  @ApiProperty({ type: 'integer', example: 1 }) resultVersion: number;
  @ApiProperty({ description: 'Null: by score (指标编码)', type: String, nullable: true, example: null }) indicatorCode:
    string | null;
  @ApiProperty({ description: 'By group, place and code (名次)', type: [RankedDto] }) places: RankedDto[];
}
