import { Get, Param } from '@nestjs/common';
import { ApiProperty, ApiPropertyOptional, ApiTags } from '@nestjs/swagger';
import { findCommand, Transactions } from '@yigongti/database';
import { type Caller, formatInstant, refuse, Refused } from '@yigongti/kernel';
import { CallerParam, Read } from '../http/decorators.ts';
import { findReceipt } from '../ndjson/receipts.ts';
import { Answers } from '../openapi/answers.ts';
import { operationRefusals } from './operation-problems.ts';

export class CountsDto {
  @ApiProperty({ type: 'integer' }) created: number;
  @ApiProperty({ type: 'integer' }) updated: number;
  @ApiProperty({ type: 'integer' }) unchanged: number;
  @ApiProperty({ type: 'integer' }) refused: number;
}

export class CommandRecordDto {
  @ApiProperty({ description: "The client's key (幂等键)" }) key: string;
  @ApiProperty({ example: 'POST /contracts/v1/contracts' }) route: string;
  @ApiProperty({ enum: ['FINISHED', 'RUNNING', 'INTERRUPTED'] }) state: string;
  @ApiProperty({ format: 'date-time' }) recordedAt: string;
  @ApiPropertyOptional({ description: 'What the command answered (当时的应答)', type: 'object', additionalProperties: true })
  answer?: unknown;
  @ApiPropertyOptional({ description: 'Lines of an upload by result (上传计数)', type: CountsDto }) lines?: CountsDto;
}

/** What became of a command whose answer the client did not get. */
@ApiTags('commands 命令')
export class CommandsController {
  constructor(private readonly transactions: Transactions) {}

  @Get(':key')
  @Read()
  @Answers(CommandRecordDto, {
    zh: '查询命令结果',
    en: 'What became of a command',
    refusals: [operationRefusals.commandUnknown],
  })
  find(@Param('key') key: string, @CallerParam() { clientId }: Caller): Promise<CommandRecordDto> {
    return this.transactions.run(async (tx) => {
      const command = await findCommand(tx, clientId, key);
      if (command) {
        const { route, recordedAt, answer } = command;
        return { key, route, state: 'FINISHED', recordedAt: formatInstant(recordedAt), answer };
      }
      const receipt = await findReceipt(tx, clientId, key);
      if (!receipt) throw new Refused([refuse(operationRefusals.commandUnknown)]);
      const { route, state, startedAt, created, updated, unchanged, refused } = receipt;
      return { key, route, state, recordedAt: formatInstant(startedAt), lines: { created, updated, unchanged, refused } };
    });
  }
}
