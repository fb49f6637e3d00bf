import { addDays, addMonths, type BusinessDate } from '@yigongti/kernel';
import type { ProgrammeTerms } from './programme-terms.ts';
import { isControlled, isEmergency, type Readings } from './readings.ts';

export type FollowUpClass = 'CONTROLLED' | 'UNCONTROLLED' | 'ADVERSE_REACTION' | 'COMPLICATION' | 'EMERGENCY';
export type AdverseReaction = 'NONE' | 'PRESENT' | 'HARD_TO_CONTROL';
export type Complication = 'NONE' | 'NEW' | 'WORSE';

/** What the practitioner measured, saw and was told: the evidence of a follow-up (随访记录). */
export interface FollowUpRecord {
  readonly readings: Readings;
  readonly adverseReaction: AdverseReaction;
  readonly complication: Complication;
}

export interface FollowUp extends FollowUpRecord {
  readonly on: BusinessDate;
  /** Completed years on that day. */
  readonly age: number;
  /** Whether the earlier follow-ups of the enrolment were at target, the latest first. */
  readonly earlierControlled: readonly boolean[];
}

export interface ReferralReason {
  readonly ruleId: string;
  readonly reasonCode: 'CRITICAL' | 'NEW_COMPLICATION' | 'WORSE_COMPLICATION' | 'ADR' | 'TWICE_UNCONTROLLED';
}

export interface FollowUpResult {
  readonly classification: FollowUpClass;
  readonly controlled: boolean;
  readonly nextDue: BusinessDate;
  /** Reasons to suggest a referral; a hit may suggest, never open one. */
  readonly referralReasons: readonly ReferralReason[];
}

/**
 * Classifies a follow-up of hypertension or type 2 diabetes (NBPHS third edition 2017): what was found, whether it is at target, when the
 * next contact is due, and whether a referral is suggested.
 */
export function classifyFollowUp(followUp: FollowUp, terms: ProgrammeTerms): FollowUpResult {
  const controlled = isControlled(followUp.readings, followUp.age, terms.controlLimits);
  const emergency = isEmergency(followUp.readings, terms.emergency);
  const classification = classOf(followUp, controlled, emergency);
  return {
    classification,
    controlled,
    nextDue:
      classification === 'CONTROLLED'
        ? addMonths(followUp.on, terms.intervalMonthsControlled)
        : addDays(followUp.on, terms.recheckDays),
    referralReasons: referralRules.flatMap((rule) => rule({ followUp, terms, controlled, emergency }) ?? []),
  };
}

/** The gravest finding names the class. */
function classOf({ adverseReaction, complication }: FollowUp, controlled: boolean, emergency: boolean): FollowUpClass {
  if (emergency) return 'EMERGENCY';
  if (complication !== 'NONE') return 'COMPLICATION';
  if (adverseReaction !== 'NONE') return 'ADVERSE_REACTION';
  return controlled ? 'CONTROLLED' : 'UNCONTROLLED';
}

interface Findings {
  readonly followUp: FollowUp;
  readonly terms: ProgrammeTerms;
  readonly controlled: boolean;
  readonly emergency: boolean;
}

type ReferralRule = (findings: Findings) => ReferralReason | null;

const emergencyGoesUp: ReferralRule = ({ emergency, terms }) =>
  emergency ? { ruleId: `${terms.programme}-EMERGENCY`, reasonCode: 'CRITICAL' } : null;

const complicationGoesUp: ReferralRule = ({ followUp: { complication }, terms }) =>
  complication === 'NONE'
    ? null
    : {
        ruleId: `${terms.programme}-COMPLICATION`,
        reasonCode: complication === 'NEW' ? 'NEW_COMPLICATION' : 'WORSE_COMPLICATION',
      };

const stubbornReactionGoesUp: ReferralRule = ({ followUp, terms }) =>
  followUp.adverseReaction === 'HARD_TO_CONTROL' ? { ruleId: `${terms.programme}-ADVERSE-REACTION`, reasonCode: 'ADR' } : null;

/** "Twice in a row": one follow-up at target between them starts the count again. */
const repeatedlyUncontrolledGoesUp: ReferralRule = ({ followUp, terms, controlled }) => {
  const firstAtTarget = followUp.earlierControlled.indexOf(true);
  const before = firstAtTarget === -1 ? followUp.earlierControlled.length : firstAtTarget;
  return !controlled && before + 1 >= terms.uncontrolledInARowForReferral
    ? { ruleId: `${terms.programme}-TWICE-UNCONTROLLED`, reasonCode: 'TWICE_UNCONTROLLED' }
    : null;
};

const referralRules: readonly ReferralRule[] = [
  emergencyGoesUp,
  complicationGoesUp,
  stubbornReactionGoesUp,
  repeatedlyUncontrolledGoesUp,
];
