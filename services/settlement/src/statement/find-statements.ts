import { Injectable } from '@nestjs/common';
import { Transactions } from '@yigongti/database';
import { refuse, Refused, type Caller } from '@yigongti/kernel';
import { statementRefusals } from './domain/statement-refusals.ts';
import { StatementBook, type InstitutionStatement, type StatementFilter } from './statement-book.ts';

/** A county of a hundred institutions makes some thousand lines a year; a table beyond this is not read by people. */
const tableRowsMax = 20_000;

@Injectable()
export class FindStatements {
  constructor(
    private readonly transactions: Transactions,
    private readonly book: StatementBook,
  ) {}

  list(filter: StatementFilter, caller: Caller): Promise<InstitutionStatement[]> {
    return this.transactions.run((tx) => this.book.list(tx, filter, caller));
  }

  /** All of them at once. @throws Refused `too-many-rows` */
  async table(filter: Omit<StatementFilter, 'limit' | 'after'>, caller: Caller): Promise<InstitutionStatement[]> {
    const rows = await this.list({ ...filter, limit: tableRowsMax, after: null }, caller);
    if (rows.length <= tableRowsMax) return rows;
    throw new Refused([refuse(statementRefusals.tooManyRows, { parameters: { rowsMax: tableRowsMax } })]);
  }
}
