import { Injectable } from '@nestjs/common';
import type { ImportLine, LineImport, LineOutcome, Tx } from '@yigongti/database';
import type { OutgoingEvent } from '@yigongti/events';
import {
  businessDateOf,
  formatInstant,
  Ids,
  parseInstant,
  refuse,
  Refused,
  type CommandContext,
  type Uuid,
} from '@yigongti/kernel';
import { firstFollowUp, TaskBook, type FirstStep } from '../task/index.ts';
import { enrolmentRefusals } from './domain/enrolment-refusals.ts';
import { openEnrolment, type Enrolment } from './domain/enrolment.ts';
import type { EnrolResidentCommand } from './enrol-resident.ts';
import { enrolmentOpenedEvent } from './enrolment-events.ts';
import { EnrolmentGrounds } from './enrolment-grounds.ts';
import { EnrolmentRepository } from './enrolment.repository.ts';

/** A line is what a single enrolment's body is, with the time of its own. */
export interface EnrolmentLine extends EnrolResidentCommand {
  readonly occurredAt: string;
}

/** What became of a line, with the resident whose record it changed. */
export interface EnrolmentOutcome extends LineOutcome {
  readonly residentId?: Uuid;
}

type Judge = Awaited<ReturnType<EnrolmentGrounds['residents']>>;

/**
 * Takes many residents into care at once: a unit's day, or the register of a system that is replaced (批量纳入管理). A line is
 * idempotent by what it says: somebody in care of the same unit since the same day for the same diagnosis is left as he is.
 */
@Injectable()
export class ImportEnrolments implements LineImport<EnrolmentLine> {
  constructor(
    private readonly enrolments: EnrolmentRepository,
    private readonly grounds: EnrolmentGrounds,
    private readonly book: TaskBook,
    private readonly ids: Ids,
  ) {}

  async importChunk(tx: Tx, lines: readonly ImportLine<EnrolmentLine>[], context: CommandContext): Promise<EnrolmentOutcome[]> {
    const values = lines.map(({ value }) => value);
    const judge = await this.grounds.residents(tx, values, context.caller);
    const inCare = await this.enrolments.readOpenAmong(tx, [...new Set(values.map(({ residentId }) => residentId))]);
    const open = new Map(inCare.map((enrolment) => [keyOf(enrolment), enrolment]));
    const steps: FirstStep[] = [];
    const enrolled: Enrolment[] = [];
    const events: OutgoingEvent[] = [];
    const outcomes = values.map((value): EnrolmentOutcome => {
      const decided = this.#decide(value, judge, open.get(keyOf(value)));
      if ('status' in decided) return decided;
      const moment = { ...context, occurredAt: formatInstant(parseInstant(value.occurredAt)) };
      const causeEventId = this.ids.next();
      open.set(keyOf(decided), decided);
      enrolled.push(decided);
      events.push(enrolmentOpenedEvent(decided, moment, causeEventId));
      steps.push({ ...firstFollowUp(decided, this.grounds.termsOn(value, decided.enrolledOn)), causeEventId, moment });
      return { status: 'created', id: decided.enrolmentId, residentId: decided.residentId };
    });
    await this.enrolments.insertAll(tx, enrolled, events);
    await this.book.planAll(tx, steps);
    return outcomes;
  }

  #decide(value: EnrolmentLine, judge: Judge, known: Enrolment | undefined): Enrolment | EnrolmentOutcome {
    const resident = judge(value);
    if (!('residentId' in resident)) return { status: 'refused', refusals: resident };
    const reportedOn = businessDateOf(value.occurredAt);
    const enrolledOn = value.enrolledOn ?? reportedOn;
    const { residentId, institutionCode, diagnosisCode } = value;
    const facts = { residentId, institutionCode, diagnosisCode, enrolledOn };
    if (known) {
      if (saysTheSame(known, facts)) return { status: 'unchanged', id: known.enrolmentId };
      return { status: 'refused', refusals: [refuse(enrolmentRefusals.alreadyEnrolled, { pointer: '/residentId' })] };
    }
    try {
      const terms = this.grounds.termsOn(value, enrolledOn);
      const given = { profileVersion: terms.ruleVersion, terms, birthDate: resident.birthDate, residentGoneOn: resident.goneOn };
      return openEnrolment({ ...facts, ...given, enrolmentId: this.ids.next(), reportedOn });
    } catch (error) {
      if (error instanceof Refused) return { status: 'refused', refusals: error.refusals };
      throw error;
    }
  }
}

function keyOf({ residentId, programme }: Pick<Enrolment, 'residentId' | 'programme'>): string {
  return `${residentId} ${programme}`;
}

function saysTheSame(known: Enrolment, facts: Pick<Enrolment, 'institutionCode' | 'diagnosisCode' | 'enrolledOn'>): boolean {
  return (
    known.institutionCode === facts.institutionCode &&
    known.diagnosisCode === facts.diagnosisCode &&
    known.enrolledOn === facts.enrolledOn
  );
}
