import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { fenToJson, type Caller } from '@yigongti/kernel';
import {
  Answers,
  AnswersCsv,
  CallerParam,
  csvOf,
  decodeCursor,
  List,
  pageOf,
  pageSizeDefault,
  Read,
} from '@yigongti/service-host';
import type { Page } from '@yigongti/service-host';
import { statementRefusals } from './domain/statement-refusals.ts';
import { FindStatements } from './find-statements.ts';
import type { InstitutionStatement, StatementPlace } from './statement-book.ts';
import { tableHead, tableRow } from './statement-table.ts';
import {
  FindStatementsQuery,
  InstitutionStatementDto,
  InstitutionStatementPageDto,
  StatementTableQuery,
} from './statement.dto.ts';

@ApiTags('statement 机构结算单')
@Controller('settlement/v1')
export class StatementController {
  constructor(private readonly statements: FindStatements) {}

  @Get('statements')
  @List()
  @Answers(InstitutionStatementPageDto, { zh: '各机构结算单', en: 'List statements of institutions, by month and year' })
  async list(@Query() query: FindStatementsQuery, @CallerParam() caller: Caller): Promise<Page<InstitutionStatementDto>> {
    const { cursor, limit = pageSizeDefault, ...filter } = query;
    const rows = await this.statements.list({ ...filter, limit, after: placeIn(cursor) }, caller);
    return pageOf(rows, limit, (row) => [row.institutionCode, row.year, row.kind, row.period, row.runId], statementDto);
  }

  @Get('statements.csv')
  @Read()
  @AnswersCsv({
    zh: '各机构结算单（表格）',
    en: 'The same as a table for a spreadsheet, amounts in yuan',
    refusals: [statementRefusals.tooManyRows],
  })
  async table(@Query() query: StatementTableQuery, @CallerParam() caller: Caller): Promise<string> {
    return csvOf(tableHead, (await this.statements.table(query, caller)).map(tableRow));
  }
}

function placeIn(cursor: string | undefined): StatementPlace | null {
  const keys = decodeCursor(cursor, ['string', 'integer', 'string', 'string', 'uuid']);
  if (!keys) return null;
  const [institutionCode, year, kind, period, runId] = keys as [string, number, StatementPlace['kind'], string, string];
  return { institutionCode, year, kind, period, runId };
}

function statementDto(statement: InstitutionStatement): InstitutionStatementDto {
  return {
    ...statement,
    shareFen: fenToJson(statement.shareFen),
    dueFen: fenToJson(statement.dueFen),
    withheldFen: fenToJson(statement.withheldFen),
    paidFen: fenToJson(statement.paidFen),
    paymentFen: fenToJson(statement.paymentFen),
  };
}
