import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { decimal, refuse, Refused, type BusinessDate, type Caller, type Month, type Uuid } from '@yigongti/kernel';
import { AssessedInstitutions } from './assessed-institutions.ts';
import type { IndicatorDefinition, RecordKind } from './domain/indicator-definition.ts';
import { indicatorRefusals } from './domain/indicator-refusals.ts';
import { definitionOf } from './find-indicator-values.ts';
import { IndicatorRecords, type CountedRecord, type FractionPart } from './indicator-records.ts';
import { MeasureIndicators } from './measure-indicators.ts';

export interface IndicatorRecordsQuery {
  readonly code: string;
  readonly period: Month;
  /** The health bureau stands for the county. */
  readonly institutionCode: string;
  readonly part: FractionPart;
  readonly limit: number;
  readonly after: Uuid | null;
}

export interface IndicatorRecordView {
  readonly kind: RecordKind;
  readonly recordId: Uuid;
  readonly residentId: Uuid | null;
  readonly evidenceId: Uuid | null;
  readonly on: BusinessDate;
  /** What it adds to its side, in the unit of the indicator. */
  readonly adds: string;
}

/** Opens a figure to the records that it was counted from (指标下钻). */
@Injectable()
export class FindIndicatorRecords {
  constructor(
    private readonly transactions: Transactions,
    private readonly measuring: MeasureIndicators,
    private readonly records: IndicatorRecords,
    private readonly institutions: AssessedInstitutions,
  ) {}

  /** By id; one more than `limit` when there is more. @throws Refused `not-found`, `institution-not-found` or `not-applicable` */
  execute({ code, period, institutionCode, ...asked }: IndicatorRecordsQuery, caller: Caller): Promise<IndicatorRecordView[]> {
    const definition = definitionOf(code);
    return this.transactions.run(async (tx) => {
      const { rootCode, terms } = await this.measuring.terms(tx, period);
      await this.#assertOpen(tx, definition, { period, institutionCode, rootCode }, caller);
      const unitCode = institutionCode === rootCode ? null : institutionCode;
      const records = await this.records.list(tx, { ...asked, code: definition.code, month: period, terms, unitCode });
      return records.map((record) => recordView(definition, asked.part, record));
    });
  }

  /** A line is opened by whoever sees it; another institution's is not there. */
  async #assertOpen(
    tx: Tx,
    { code, appliesTo }: IndicatorDefinition,
    { period, institutionCode, rootCode }: Pick<IndicatorRecordsQuery, 'period' | 'institutionCode'> & { rootCode: string },
    caller: Caller,
  ): Promise<void> {
    const visible = await this.institutions.visibleTo(tx, caller);
    const subject = (await this.measuring.subjects(tx, period)).find((unit) => unit.institutionCode === institutionCode);
    if (!visible.has(institutionCode) || (institutionCode !== rootCode && !subject)) {
      throw new Refused([refuse(indicatorRefusals.institutionNotFound)]);
    }
    if (subject && !appliesTo.includes(subject.level)) {
      throw new Refused([refuse(indicatorRefusals.notApplicable, { parameters: { code, level: subject.level } })]);
    }
  }
}

function recordView(
  { unit, records }: IndicatorDefinition,
  part: FractionPart,
  { amount, ...record }: CountedRecord,
): IndicatorRecordView {
  const isMoney = unit === 'YUAN' && part === 'NUMERATOR';
  const [kind, adds] = [part === 'NUMERATOR' ? records.numerator : records.denominator, decimal(amount)];
  return { kind, ...record, adds: (isMoney ? adds.div(100) : adds).toFixed() };
}
