import { refuse, type Refusal } from '@yigongti/kernel';
import { isActiveOn, type Practitioner } from './parties.ts';
import type { Parties } from './party-rules.ts';
import { downReasons, upReasons, type ReasonCode } from '../referral-codes.ts';
import type { ReferralPolicy } from '../referral-policy.ts';
import { referralRefusals } from '../referral-refusals.ts';
import { planRefusal } from '../outcome.ts';
import type { DraftElements } from '../referral.ts';

/** Everything that a form is judged by when its sender lets it go. */
export interface SubmissionFacts extends Parties {
  readonly elements: DraftElements;
  /** The doctor named on the form; null while none is. */
  readonly practitioner: Practitioner | null;
  readonly policy: ReferralPolicy;
}

type SubmitRule = (facts: SubmissionFacts) => readonly Refusal[] | null;

const alwaysRequired: readonly (keyof DraftElements)[] = [
  'practitionerCode',
  'visitType',
  'urgency',
  'reasonCodes',
  'diagnosisCodes',
  'summary',
  'windowStart',
  'windowEnd',
];
/** The home unit has to know how to go on and what to come back with. */
const requiredDown: readonly (keyof DraftElements)[] = [...alwaysRequired, 'rehabGuidance', 'followUpPlan'];

const elementsMustBeComplete: SubmitRule = ({ direction, elements }) =>
  (direction === 'DOWN' ? requiredDown : alwaysRequired)
    .filter((element) => isMissing(elements[element]))
    .map((element) => refuse(referralRefusals.elementMissing, { pointer: `/${element}` }));

const patientMustConsent: SubmitRule = ({ elements }) =>
  elements.consentSignedAt === null && elements.urgency !== 'EMERGENCY'
    ? [refuse(referralRefusals.consentMissing, { pointer: '/consentSignedAt' })]
    : null;

const windowMustRunForward: SubmitRule = ({ elements: { windowStart, windowEnd } }) =>
  windowStart !== null && windowEnd !== null && windowEnd < windowStart
    ? [refuse(referralRefusals.windowReversed, { pointer: '/windowEnd' })]
    : null;

const windowMustNotBeOver: SubmitRule = ({ elements: { windowEnd }, on }) =>
  windowEnd !== null && windowEnd < on ? [refuse(referralRefusals.windowOver, { pointer: '/windowEnd' })] : null;

const reasonsMustFitTheDirection: SubmitRule = ({ direction, elements }) => {
  const fitting: readonly ReasonCode[] = direction === 'DOWN' ? downReasons : upReasons;
  return reasonRefusals(elements, (code) => fitting.includes(code), referralRefusals.reasonOfOtherDirection);
};

/** Which patients go down is the county's list: three classes in Deqing 2019, 二(一)3; two others in Zhejiang 2017, 二(七). */
const downReasonsMustBeOfTheCounty: SubmitRule = ({ direction, elements, policy }) =>
  direction === 'DOWN'
    ? reasonRefusals(
        elements,
        (code) => policy.downReasons.some((offered) => offered === code) || !downReasons.some((known) => known === code),
        referralRefusals.downReasonNotOffered,
      )
    : null;

const followUpMustBeDueInRange: SubmitRule = ({ elements: { followUpPlan }, policy }) => {
  const refusal = followUpPlan && planRefusal(followUpPlan, policy);
  return refusal ? [refusal] : null;
};

/** A teleconsultation moves no patient and holds no bed: it takes another way through the states, which is not built. */
const visitTypeMustBeOffered: SubmitRule = ({ elements: { visitType } }) =>
  visitType === 'TELECONSULT' ? [refuse(referralRefusals.visitTypeNotOffered, { pointer: '/visitType' })] : null;

const doctorMustWorkAtTheSender: SubmitRule = ({ practitioner, from, on }) =>
  practitioner !== null && (practitioner.institutionCode !== from.institutionCode || !isActiveOn(practitioner, on))
    ? [refuse(referralRefusals.doctorNotOfSender, { pointer: '/practitionerCode' })]
    : null;

/** All reasons why a form stays at its sender come back at once, in this order. */
export const submitRules: readonly SubmitRule[] = [
  elementsMustBeComplete,
  patientMustConsent,
  windowMustRunForward,
  windowMustNotBeOver,
  reasonsMustFitTheDirection,
  downReasonsMustBeOfTheCounty,
  followUpMustBeDueInRange,
  visitTypeMustBeOffered,
  doctorMustWorkAtTheSender,
];

function isMissing(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

function reasonRefusals(
  { reasonCodes }: DraftElements,
  passes: (code: ReasonCode) => boolean,
  refusal: (typeof referralRefusals)['reasonOfOtherDirection' | 'downReasonNotOffered'],
): Refusal[] {
  return (reasonCodes ?? []).flatMap((reasonCode, index) =>
    passes(reasonCode) ? [] : [refuse(refusal, { pointer: `/reasonCodes/${index}`, parameters: { reasonCode } })],
  );
}
