import { expect, it } from '@jest/globals';
import {
  callOffReason,
  capacityKind,
  downReturnReason,
  programme,
  queueClass,
  reasonDown,
  reasonUp,
  recordType,
  referralDirection,
  referralOrigin,
  referralOutcome,
  referralScope,
  referralState,
  referralUrgency,
  referralVisitType,
  rejectReason,
  noDownReason,
  walkInEnding,
  workClass,
} from '@yigongti/events';
import { capacityKinds } from '../src/capacity/domain/capacity.ts';
import { walkInEndings, walkInUrgencies, walkInVisitTypes } from '../src/walk-in/domain/walk-in.ts';
import { workClasses } from '../src/worklist/work-lists.ts';
import * as codes from '../src/referral/domain/referral-codes.ts';

// The domain may not import events, and events nothing of ours: this keeps the two writings of each set one set.
it.each<[string, readonly string[], object]>([
  ['states', codes.statuses, referralState],
  ['directions', codes.directions, referralDirection],
  ['scopes', codes.scopes, referralScope],
  ['origins', codes.origins, referralOrigin],
  ['urgencies', codes.urgencies, referralUrgency],
  ['queue classes, in their order', codes.queueClasses, queueClass],
  ['classes of a work list, in their order', workClasses, workClass],
  ['urgencies of a walk-in', walkInUrgencies, referralUrgency],
  ['endings of a walk-in', walkInEndings, walkInEnding],
  ['visit types', codes.visitTypes, referralVisitType],
  ['reasons up', codes.upReasons, reasonUp],
  ['reasons down', codes.downReasons, reasonDown],
  ['reject reasons', codes.rejectReasons, rejectReason],
  ['reasons to call off', codes.callOffReasons, callOffReason],
  ['documents', codes.recordTypes, recordType],
  ['ends of a way down', codes.downReturnReasons, downReturnReason],
  ['outcomes', codes.outcomes, referralOutcome],
  ['programmes', codes.programmes, programme],
  ['capacity kinds', capacityKinds, capacityKind],
  [
    'reasons without a way down; a death asks nobody to follow up',
    codes.noDownReasons.filter((code) => code !== 'DIED'),
    noDownReason,
  ],
])('%s are those of the events', (_, own, published) => expect(own).toEqual(Object.keys(published)));

it('a patient without a referral asks for care of a kind that referrals know', () =>
  expect(Object.keys(referralVisitType)).toEqual(expect.arrayContaining([...walkInVisitTypes])));
