import { InvariantViolated, refuse, Refused, type Instant } from '@yigongti/kernel';
import type { ReferralPolicy } from './referral-policy.ts';
import { referralRefusals } from './referral-refusals.ts';
import type { Decided, FactKind, Referral, ReferralFact, SentReferral } from './referral.ts';
import type { Direction, ReferralStatus } from './referral-codes.ts';

/** Commands of clients, and those of the system itself. */
export type ClientCommand =
  | 'submit'
  | 'approve'
  | 'reject'
  | 'accept'
  | 'counter-offer'
  | 'agree'
  | 'refuse-offer'
  | 'withdraw'
  | 'cancel'
  | 'mark-no-show'
  | 'upload-records'
  | 'confirm-arrival'
  | 'open-encounter'
  | 'send-outcome'
  | 'open-down'
  | 'no-down-needed';
export type SystemCommand = 'route' | 'expire' | 'mark-no-show' | 'close-loop' | 'return-down';
export type Command = ClientCommand | SystemCommand;

export type Side = 'SENDER' | 'REVIEWER' | 'RECEIVER' | 'SYSTEM';

/** Who acts: a caller for his institution, or the system on an event. */
export interface Actor {
  readonly subject: string;
  /** Null for the system. */
  readonly institutionCode: string | null;
}

/** A step of somebody at a time, judged by the county's rules of that day. */
export interface Act {
  readonly actor: Actor;
  readonly at: Instant;
  readonly policy: ReferralPolicy;
}

export const theSystem: Actor = { subject: 'system', institutionCode: null };

export interface Transition {
  readonly command: Command;
  readonly by: Side;
  readonly from: readonly ReferralStatus[];
  readonly to: ReferralStatus;
  readonly fact: FactKind;
  /** All, where none is named. */
  readonly directions?: readonly Direction[];
}

const opensDown: readonly Direction[] = ['UP', 'LATERAL'];
/** Sent, and not yet accepted: somebody owes an answer. */
const waiting: readonly ReferralStatus[] = ['SUBMITTED', 'UNDER_REVIEW', 'PENDING_RECEIVER', 'COUNTER_OFFERED'];

/**
 * The referral's state machine. A pair of state and command that has no row is refused.
 * A down-referral opens none of its own; its follow-up task exists from its acceptance on, so the task's completion closes it from
 * wherever its life at the home unit has come to; for the same reason no clock makes a no-show of it: the follow-up finds the patient at
 * home, whether he called at the clinic or not. Documents change no state, so their rows lead where they come from.
 */
export const transitions: readonly Transition[] = [
  { command: 'submit', by: 'SENDER', from: ['DRAFT'], to: 'SUBMITTED', fact: 'submitted' },
  { command: 'route', by: 'SYSTEM', from: ['SUBMITTED'], to: 'UNDER_REVIEW', fact: 'review-requested' },
  { command: 'route', by: 'SYSTEM', from: ['SUBMITTED'], to: 'PENDING_RECEIVER', fact: 'sent-to-receiver' },
  { command: 'approve', by: 'REVIEWER', from: ['UNDER_REVIEW'], to: 'PENDING_RECEIVER', fact: 'reviewed' },
  { command: 'reject', by: 'REVIEWER', from: ['UNDER_REVIEW'], to: 'REJECTED', fact: 'rejected' },
  { command: 'reject', by: 'RECEIVER', from: ['PENDING_RECEIVER'], to: 'REJECTED', fact: 'rejected' },
  { command: 'accept', by: 'RECEIVER', from: ['PENDING_RECEIVER'], to: 'ACCEPTED', fact: 'accepted' },
  { command: 'counter-offer', by: 'RECEIVER', from: ['PENDING_RECEIVER'], to: 'COUNTER_OFFERED', fact: 'counter-offered' },
  { command: 'agree', by: 'SENDER', from: ['COUNTER_OFFERED'], to: 'ACCEPTED', fact: 'accepted' },
  { command: 'refuse-offer', by: 'SENDER', from: ['COUNTER_OFFERED'], to: 'PENDING_RECEIVER', fact: 'counter-refused' },
  { command: 'withdraw', by: 'SENDER', from: waiting, to: 'WITHDRAWN', fact: 'withdrawn' },
  { command: 'expire', by: 'SYSTEM', from: waiting, to: 'EXPIRED', fact: 'expired' },
  { command: 'cancel', by: 'SENDER', from: ['ACCEPTED'], to: 'CANCELLED', fact: 'cancelled' },
  { command: 'cancel', by: 'RECEIVER', from: ['ACCEPTED'], to: 'CANCELLED', fact: 'cancelled' },
  { command: 'mark-no-show', by: 'RECEIVER', from: ['ACCEPTED'], to: 'NO_SHOW', fact: 'no-show' },
  { command: 'mark-no-show', by: 'SYSTEM', from: ['ACCEPTED'], to: 'NO_SHOW', fact: 'no-show', directions: opensDown },
  ...(['ACCEPTED', 'ARRIVED', 'IN_CARE'] as const).map((status): Transition => ({
    command: 'upload-records',
    by: 'SENDER',
    from: [status],
    to: status,
    fact: 'records-uploaded',
  })),
  { command: 'confirm-arrival', by: 'RECEIVER', from: ['ACCEPTED'], to: 'ARRIVED', fact: 'arrived' },
  { command: 'open-encounter', by: 'RECEIVER', from: ['ARRIVED'], to: 'IN_CARE', fact: 'care-started' },
  { command: 'send-outcome', by: 'RECEIVER', from: ['ARRIVED', 'IN_CARE'], to: 'OUTCOME_SENT', fact: 'outcome-sent' },
  { command: 'open-down', by: 'RECEIVER', from: ['OUTCOME_SENT'], to: 'FOLLOW_UP', fact: 'down-opened', directions: opensDown },
  {
    command: 'no-down-needed',
    by: 'RECEIVER',
    from: ['OUTCOME_SENT'],
    to: 'FOLLOW_UP',
    fact: 'follow-up-requested',
    directions: opensDown,
  },
  { command: 'no-down-needed', by: 'RECEIVER', from: ['OUTCOME_SENT'], to: 'CLOSED', fact: 'closed' },
  { command: 'close-loop', by: 'SYSTEM', from: ['FOLLOW_UP'], to: 'CLOSED', fact: 'closed', directions: opensDown },
  {
    command: 'close-loop',
    by: 'SYSTEM',
    from: ['ACCEPTED', 'ARRIVED', 'IN_CARE', 'OUTCOME_SENT'],
    to: 'CLOSED',
    fact: 'closed',
    directions: ['DOWN'],
  },
  { command: 'return-down', by: 'SYSTEM', from: ['FOLLOW_UP'], to: 'OUTCOME_SENT', fact: 'down-returned', directions: opensDown },
];

/** The sides on which an institution stands in a referral: a township may be reviewer and receiver at once. */
export function sidesOf(referral: Referral, { institutionCode }: Actor): readonly Side[] {
  if (institutionCode === null) return ['SYSTEM'];
  const reviewer = referral.status === 'DRAFT' ? null : referral.submission.reviewerInstitutionCode;
  const sides: [Side, string | null][] = [
    ['SENDER', referral.fromInstitutionCode],
    ['REVIEWER', reviewer],
    ['RECEIVER', referral.toInstitutionCode],
  ];
  return sides.filter(([, code]) => code === institutionCode).map(([side]) => side);
}

/** What the actor may do now, for `allowedActions`. */
export function allowedActions(referral: Referral, actor: Actor): Command[] {
  const sides = sidesOf(referral, actor);
  const rows = rowsOf(referral).filter((row) => row.from.includes(referral.status) && sides.includes(row.by));
  return [...new Set(rows.map((row) => row.command))];
}

interface Taker {
  readonly actor: Actor;
  /** Chooses where the command can lead to two states. */
  readonly to?: ReferralStatus;
}

/**
 * The one row that the command takes from here.
 * @throws Refused `not-in-this-state` when nobody could take it now, else `not-your-step` when another side could
 */
export function stepOf(referral: Referral, command: Command, { actor, to }: Taker): Transition {
  const { status, direction } = referral;
  const rows = rowsOf(referral).filter((row) => row.command === command && row.from.includes(status));
  const open = rows.filter((row) => to === undefined || row.to === to);
  if (open.length === 0) {
    throw new Refused([refuse(referralRefusals.notInThisState, { parameters: { command, status, direction } })]);
  }
  const sides = sidesOf(referral, actor);
  const own = open.filter((row) => sides.includes(row.by));
  if (own.length === 0) throw new Refused([refuse(referralRefusals.notYourStep, { parameters: { command } })]);
  if (own.length > 1) throw new InvariantViolated('referrals.referral.ambiguous-step', `${command} has two ways to go`);
  return own[0]!;
}

interface Taken {
  readonly fact: ReferralFact;
  readonly changes?: Partial<SentReferral>;
}

/** Takes the step: the table says which state follows and which fact is told. */
export function take(referral: SentReferral, step: Transition, { fact, changes = {} }: Taken): Decided<SentReferral> {
  if (fact.kind !== step.fact)
    throw new InvariantViolated('referrals.referral.fact-off-the-table', `${step.command} tells ${fact.kind}`);
  const status = step.to as SentReferral['status'];
  return { referral: { ...referral, ...changes, status, version: referral.version + 1 }, facts: [fact] };
}

function rowsOf({ direction }: Referral): readonly Transition[] {
  return transitions.filter((row) => row.directions === undefined || row.directions.includes(direction));
}
