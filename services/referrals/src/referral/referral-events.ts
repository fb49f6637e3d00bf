import {
  referralAccepted,
  referralArrived,
  referralCancelled,
  referralCareStarted,
  referralClosed,
  referralCounterOffered,
  referralCounterRefused,
  referralDownOpened,
  referralDownReturned,
  referralDrafted,
  referralExpired,
  referralFollowUpRequested,
  referralNoShow,
  referralOutcomeSent,
  referralRecordsUploaded,
  referralRejected,
  referralReviewed,
  referralReviewRequested,
  referralSentToReceiver,
  referralSubmitted,
  referralWithdrawn,
  type EventMeta,
  type OutgoingEvent,
} from '@yigongti/events';
import type { Ids, Instant } from '@yigongti/kernel';
import { eventMeta, type Cause } from '@yigongti/messaging';
import { sent, type Decided, type FactKind, type Referral, type ReferralFact } from './domain/referral.ts';

export interface Occasion extends Cause {
  readonly occurredAt: Instant;
}

/** Inner names may change freely: what leaves the service is written here. One event a fact, one version each. */
export function eventsOf({ referral, facts }: Decided, occasion: Occasion, ids: Ids): OutgoingEvent[] {
  const before = referral.version - facts.length;
  return facts.map((fact, index) => {
    const head = { ...headOf(referral), occurredAt: occasion.occurredAt, recordedAt: occasion.recordedAt };
    const translate = translators[fact.kind] as Translator<FactKind>;
    return translate(fact as never, { head, referral, meta: eventMeta(occasion, ids.next(), before + index + 1) });
  });
}

function headOf(referral: Referral) {
  const { referralId, referralNo, direction, scope, parentReferralId, residentId, fromInstitutionCode, toInstitutionCode } =
    referral;
  return { referralId, referralNo, direction, scope, parentReferralId, residentId, fromInstitutionCode, toInstitutionCode };
}

interface Telling {
  readonly head: ReturnType<typeof headOf> & { readonly occurredAt: Instant; readonly recordedAt: Instant };
  readonly referral: Referral;
  readonly meta: EventMeta;
}
type Translator<Kind extends FactKind> = (fact: Extract<ReferralFact, { kind: Kind }>, telling: Telling) => OutgoingEvent;

const translators: { readonly [Kind in FactKind]: Translator<Kind> } = {
  drafted: (_, { head, referral, meta }) => {
    const { origin, suggestionTaskId } = referral;
    return referralDrafted.create({ ...head, origin, suggestionTaskId }, meta);
  },
  submitted: (_, { head, referral, meta }) => {
    const { elements, submission } = sent(referral);
    const { urgency, visitType, reasonCodes, diagnosisCodes, windowStart, windowEnd } = elements;
    const { contracted, contractId, queueClass } = submission;
    const asked = {
      urgency,
      visitType,
      reasonCodes: [...reasonCodes],
      diagnosisCodes: [...diagnosisCodes],
      windowStart,
      windowEnd,
    };
    return referralSubmitted.create({ ...head, ...asked, contracted, contractId, queueClass }, meta);
  },
  'review-requested': ({ reviewerInstitutionCode }, { head, meta }) =>
    referralReviewRequested.create({ ...head, reviewerInstitutionCode }, meta),
  'sent-to-receiver': (_, { head, meta }) => referralSentToReceiver.create(head, meta),
  reviewed: ({ reviewerInstitutionCode }, { head, meta }) => referralReviewed.create({ ...head, reviewerInstitutionCode }, meta),
  rejected: ({ rejection: { rejectedBy, reasonCode } }, { head, meta }) =>
    referralRejected.create({ ...head, rejectedBy, reasonCode }, meta),
  accepted: ({ acceptance: { start, end, capacityId }, followUpPlan }, { head, meta }) =>
    referralAccepted.create({ ...head, start, end, capacityId, followUpPlan }, meta),
  'counter-offered': ({ counterOffer }, { head, meta }) => {
    const { start, end, departmentCode, capacityId, toInstitutionCode: offeredInstitutionCode } = counterOffer;
    return referralCounterOffered.create({ ...head, start, end, departmentCode, offeredInstitutionCode, capacityId }, meta);
  },
  'counter-refused': (_, { head, meta }) => referralCounterRefused.create(head, meta),
  withdrawn: ({ callOff: { calledOffBy, reasonCode } }, { head, meta }) =>
    referralWithdrawn.create({ ...head, calledOffBy, reasonCode }, meta),
  cancelled: ({ callOff: { calledOffBy, reasonCode } }, { head, meta }) =>
    referralCancelled.create({ ...head, calledOffBy, reasonCode }, meta),
  'no-show': ({ expectedBy, markedBy }, { head, meta }) => referralNoShow.create({ ...head, expectedBy, markedBy }, meta),
  expired: ({ lapsedWith, replyDueAt }, { head, meta }) => referralExpired.create({ ...head, lapsedWith, replyDueAt }, meta),
  'records-uploaded': ({ documents }, { head, meta }) =>
    referralRecordsUploaded.create({ ...head, documents: documents.map((document) => ({ ...document })) }, meta),
  arrived: ({ arrivedOn }, { head, meta }) => referralArrived.create({ ...head, arrivedOn }, meta),
  'care-started': ({ encounterNo }, { head, meta }) => referralCareStarted.create({ ...head, encounterNo }, meta),
  'outcome-sent': ({ outcome: { outcome, diagnosisCodes } }, { head, meta }) =>
    referralOutcomeSent.create({ ...head, outcome, diagnosisCodes: [...diagnosisCodes] }, meta),
  'down-opened': ({ downReferralId }, { head, meta }) => referralDownOpened.create({ ...head, downReferralId }, meta),
  'follow-up-requested': ({ reason, followUpPlan, homeInstitutionCode }, { head, meta }) =>
    referralFollowUpRequested.create({ ...head, reason, followUpPlan, homeInstitutionCode }, meta),
  'down-returned': ({ downReferralId, reason }, { head, meta }) =>
    referralDownReturned.create({ ...head, downReferralId, reason }, meta),
  closed: ({ closing: { cause, followUpTaskId } }, { head, meta }) =>
    referralClosed.create({ ...head, cause, followUpTaskId }, meta),
};
