export { statementRefusals } from './domain/statement-refusals.ts';
export { FindStatements } from './find-statements.ts';
export { TypeormStatementBook } from './persistence/typeorm-statement-book.ts';
export { StatementBook } from './statement-book.ts';
export { StatementController } from './statement.controller.ts';
