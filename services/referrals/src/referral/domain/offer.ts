import { businessDateOf, refuse, throwIfRefused, type BusinessDate, type Refusal, type Uuid } from '@yigongti/kernel';
import { answered, expectedBy } from './limits.ts';
import { acceptedDead } from './reception.ts';
import { referralRefusals } from './referral-refusals.ts';
import { sent, type CounterOffer, type Decided, type Referral, type SentReferral } from './referral.ts';
import { replyLimits } from './submission/priority.ts';
import { stepOf, take, type Act } from './transitions.ts';

export type Offering = Omit<CounterOffer, 'offeredAt'>;

type OfferRule = (offering: Offering, referral: SentReferral, on: BusinessDate) => Refusal | null;

const daysMustRunForward: OfferRule = ({ start, end }) =>
  end < start ? refuse(referralRefusals.daysReversed, { pointer: '/end' }) : null;

const daysMustLieAhead: OfferRule = ({ start }, _, on) =>
  start < on ? refuse(referralRefusals.offerInThePast, { pointer: '/start', parameters: { on } }) : null;

const somethingMustDiffer: OfferRule = ({ start, end, departmentCode, toInstitutionCode }, { elements }) => {
  const asAsked = elements.windowStart <= start && end <= elements.windowEnd;
  const sameDepartment = departmentCode === null || departmentCode === elements.toDepartmentCode;
  return asAsked && sameDepartment && toInstitutionCode === null ? refuse(referralRefusals.offerOfNothingElse) : null;
};

/** All reasons come back at once, in this order. */
const offerRules: readonly OfferRule[] = [daysMustRunForward, daysMustLieAhead, somethingMustDiffer];

/**
 * The receiver cannot take the patient as asked, and offers something else. Nothing is held for an offer. The sender's time to answer
 * begins.
 */
export function counterOffer(referral: Referral, offering: Offering, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'counter-offer', act);
  const { elements, submission } = sent(referral);
  throwIfRefused(offerRules.map((rule) => rule(offering, sent(referral), businessDateOf(act.at))));
  const offer = { offeredAt: act.at, ...offering };
  const changes = {
    counterOffer: offer,
    submission: { ...submission, ...replyLimits(act.at, elements.urgency, act.policy) },
  };
  return take(sent(referral), step, { fact: { kind: 'counter-offered', counterOffer: offer }, changes });
}

/**
 * The sender agrees: the referral is accepted on the offered days. Another institution was not asked and cannot be bound by an
 * agreement; it gets a referral of its own.
 * @throws Refused `offer-of-another-institution`, `offer-in-the-past`, `resident-died`
 */
export function agreeToOffer(referral: Referral, diedOn: BusinessDate | null, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'agree', act);
  const { counterOffer: offer, elements } = sent(referral);
  const { start, end, departmentCode, toInstitutionCode, capacityId } = offer!;
  const on = businessDateOf(act.at);
  throwIfRefused([
    acceptedDead(referral, { diedOn, on }),
    toInstitutionCode === null ? null : refuse(referralRefusals.offerOfAnotherInstitution, { parameters: { toInstitutionCode } }),
    end < on ? refuse(referralRefusals.offerInThePast, { parameters: { on } }) : null,
  ]);
  const acceptance = { acceptedAt: act.at, start, end, capacityId };
  const changes = {
    acceptance,
    elements: { ...elements, toDepartmentCode: departmentCode ?? elements.toDepartmentCode },
    expectedBy: expectedBy(referral, end, act.policy),
    submission: answered(referral),
  };
  return take(sent(referral), step, { fact: { kind: 'accepted', acceptance, followUpPlan: elements.followUpPlan }, changes });
}

/** The sender does not agree: the receiver is asked again, and his time begins anew. */
export function refuseOffer(referral: Referral, act: Act): Decided<SentReferral> {
  const step = stepOf(referral, 'refuse-offer', act);
  const { elements, submission } = sent(referral);
  const changes = {
    counterOffer: null,
    submission: { ...submission, ...replyLimits(act.at, elements.urgency, act.policy) },
  };
  return take(sent(referral), step, { fact: { kind: 'counter-refused' }, changes });
}

/** The bed or slot that an agreement takes; null where the offer names none. */
export function offeredCapacity(referral: Referral): { readonly capacityId: Uuid; readonly start: BusinessDate } | null {
  const offer = sent(referral).counterOffer;
  return offer?.capacityId ? { capacityId: offer.capacityId, start: offer.start } : null;
}
