import { addDays, addMonths, explainBy, type BusinessDate, type ExplanationStep, type Uuid } from '@yigongti/kernel';
import { wordsOf, type Words } from './rule-words.ts';

/** A follow-up or referral, as much of it as its explanation tells. */
export interface ExplainedTask {
  readonly taskId: Uuid;
  readonly ruleId: string;
  readonly ruleVersion: string;
  readonly windowStart: BusinessDate;
  readonly due: BusinessDate;
  readonly state: string;
  readonly completedOn: BusinessDate | null;
  readonly classification: string | null;
  readonly controlled: boolean | null;
}

/** Figures of the county on the day that planned the task, with the text that sets each. */
export interface PlanFigures {
  readonly version: string;
  readonly firstFollowUpDays: Sourced;
  readonly intervalMonthsControlled: Sourced;
  readonly recheckDays: Sourced;
  readonly windowOpensDaysBefore: Sourced;
}

export interface Sourced {
  readonly value: number;
  readonly source: string;
}

/** What planned a task. */
export interface Cause extends Words {
  readonly kind: 'ENROLMENT' | 'FOLLOW_UP' | 'REFERRAL';
  /** Of the enrolment, the earlier task or the referral. */
  readonly id: Uuid;
  /** Day from which the date was counted; null where the referral's plan said it. */
  readonly on: BusinessDate | null;
  readonly classification: string | null;
  /** The event that gave cause, when one did. */
  readonly causeEventId: Uuid | null;
}

export type Anchor = Pick<Cause, 'kind' | 'id' | 'on' | 'classification' | 'causeEventId'>;

export function causeWords(task: ExplainedTask, anchor: Anchor): Cause {
  return { ...anchor, ...wordsOf(task.ruleId) };
}

const dueRule = { rule: 'public-health.task.due', titleZh: '应完成日期', titleEn: 'Last day on time' };
const windowRule = { rule: 'public-health.task.window', titleZh: '窗口起始日', titleEn: 'First day of the window' };

/** How the dates came about: which figure of the county made which date. */
export function explainDates(task: ExplainedTask, anchor: Anchor, figures: PlanFigures | null): ExplanationStep[] {
  if (!figures || anchor.on === null) {
    return [explainBy(`referral ${anchor.id}`)(dueRule, { orderedOn: task.windowStart }, task.due)];
  }
  const [name, figure] = figureOf(task, anchor, figures);
  const inputs = { from: anchor.on, [name]: figure.value, mergedToEarliest: task.ruleId.endsWith('-MERGED') };
  const { windowOpensDaysBefore } = figures;
  return [
    explainBy(`${figures.version}: ${figure.source}`)(dueRule, inputs, task.due),
    explainBy(`${figures.version}: ${windowOpensDaysBefore.source}`)(
      windowRule,
      { due: task.due, windowOpensDaysBefore: windowOpensDaysBefore.value, notBefore: anchor.on },
      task.windowStart,
    ),
  ];
}

function figureOf(task: ExplainedTask, { kind, classification }: Anchor, figures: PlanFigures): [string, Sourced] {
  if (kind === 'ENROLMENT') return ['firstFollowUpDays', figures.firstFollowUpDays];
  return classification === 'CONTROLLED'
    ? ['intervalMonthsControlled', figures.intervalMonthsControlled]
    : ['recheckDays', figures.recheckDays];
}

/** What comes next if the task is done on a day with a finding. */
export interface Outlook extends Words {
  readonly finding: string;
  readonly nextDue: BusinessDate | null;
  /** Whether that finding suggests a referral. */
  readonly suggestsReferral: boolean;
}

export interface OutlookTerms {
  readonly intervalMonthsControlled: number;
  readonly recheckDays: number;
  readonly uncontrolledInARowForReferral: number;
}

/** For each finding, the next date and whether a referral is suggested; `uncontrolledBefore` are the follow-ups in a row not at target. */
export function outlookOf(terms: OutlookTerms, on: BusinessDate, uncontrolledBefore: number): Outlook[] {
  const soon = addDays(on, terms.recheckDays);
  const again = uncontrolledBefore + 1 >= terms.uncontrolledInARowForReferral;
  return [
    {
      finding: 'CONTROLLED',
      nextDue: addMonths(on, terms.intervalMonthsControlled),
      suggestsReferral: false,
      ...words('控制满意', 'at target'),
    },
    { finding: 'UNCONTROLLED', nextDue: soon, suggestsReferral: again, ...words('控制不满意', 'not at target') },
    {
      finding: 'ADVERSE_REACTION',
      nextDue: soon,
      suggestsReferral: false,
      ...words('药物不良反应（难以控制时建议转诊）', 'an adverse reaction; one that is hard to control suggests a referral'),
    },
    {
      finding: 'COMPLICATION',
      nextDue: soon,
      suggestsReferral: true,
      ...words('出现或加重并发症', 'a complication, new or worse'),
    },
    { finding: 'EMERGENCY', nextDue: soon, suggestsReferral: true, ...words('紧急情况', 'an emergency') },
  ];
}

function words(titleZh: string, titleEn: string): Words {
  return { titleZh, titleEn };
}

/** The task that closes nothing but a referral. */
export const referralOutlook: Outlook = {
  finding: 'DONE',
  nextDue: null,
  suggestsReferral: false,
  ...words('随访完成后转诊单办结', 'its completion closes the referral'),
};
