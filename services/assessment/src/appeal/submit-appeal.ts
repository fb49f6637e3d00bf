import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import {
  addDays,
  businessDateOf,
  Ids,
  lastDayOf,
  Profile,
  refuse,
  Refused,
  type BusinessDate,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import type { AssessmentProfile } from '../profile.ts';
import { ResultRepository, type Result } from '../result/index.ts';
import { submittedEvent } from './appeal-events.ts';
import { appealView, type AppealView } from './appeal-view.ts';
import { AppealRepository } from './appeal.repository.ts';
import type { AppealReason } from './domain/appeal-codes.ts';
import { appealRefusals } from './domain/appeal-refusals.ts';
import { submitAppeal, type SubmissionFacts } from './domain/appeal.ts';

export interface SubmitAppealCommand {
  readonly resultId: Uuid;
  readonly indicatorCode: string;
  readonly reasonCode: AppealReason;
  readonly evidence: readonly string[];
}

/** An institution appeals against one of its own lines (提出申诉). Appeals of one period queue, with its freezing and re-opening. */
@Injectable()
export class SubmitAppeal {
  constructor(
    private readonly transactions: Transactions,
    private readonly results: ResultRepository,
    private readonly appeals: AppealRepository,
    private readonly profile: Profile<AssessmentProfile>,
    private readonly ids: Ids,
  ) {}

  execute(command: SubmitAppealCommand, context: CommandContext): Promise<AppealView> {
    return this.transactions.command(context, async (tx) => {
      const result = await this.results.read(tx, command.resultId);
      if (!result) throw new Refused([refuse(appealRefusals.resultUnknown, { pointer: '/resultId' })]);
      await this.results.holdPeriod(tx, result.period);
      const { institutionCode } = context.caller;
      const submission = { ...command, appealId: this.ids.next(), period: result.period, institutionCode };
      const facts = await this.#facts(tx, result, command.indicatorCode, context);
      const appeal = submitAppeal({ ...submission, submittedAt: context.occurredAt }, facts);
      await this.appeals.insert(tx, appeal, submittedEvent(appeal, context, this.ids.next()));
      return appealView(appeal, context.caller);
    });
  }

  async #facts(tx: Tx, result: Result, code: string, { caller, occurredAt }: CommandContext): Promise<SubmissionFacts> {
    const isOwn = (line: { institutionCode: string }) => line.institutionCode === caller.institutionCode;
    const successors = await this.results.successorsOf(tx, [result.resultId]);
    const standing = (await this.appeals.against(tx, result.resultId)).find(
      (appeal) => isOwn(appeal) && appeal.indicatorCode === code,
    );
    const publishedOn = businessDateOf(result.publishedAt);
    return {
      publishedOn,
      on: businessDateOf(occurredAt),
      lastDay: addDays(publishedOn, this.#daysFor(lastDayOf(result.period))),
      hasLine: result.indicators.some((line) => isOwn(line) && line.code === code),
      supersededBy: successors.get(result.resultId) ?? null,
      standing: standing?.appealId ?? null,
    };
  }

  #daysFor(on: BusinessDate): number {
    return this.profile.section.appealDays.valueAt(on);
  }
}
