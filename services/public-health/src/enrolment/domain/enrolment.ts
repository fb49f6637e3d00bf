import { ageAt, refuse, throwIfRefused, type BusinessDate, type Uuid } from '@yigongti/kernel';
import { enrolmentRefusals } from './enrolment-refusals.ts';

/** What the county profile says on taking residents in, for one programme on a day. */
export interface EnrolmentTerms {
  readonly programme: ProgrammeCode;
  readonly diagnosisPrefixes: readonly string[];
  readonly screeningAgeFrom: number;
}

export type ProgrammeCode = 'HTN' | 'T2DM';
export type CloseReason = 'DIED' | 'MOVED_OUT' | 'MERGED';

export interface Enrolment {
  readonly enrolmentId: Uuid;
  readonly residentId: Uuid;
  readonly programme: ProgrammeCode;
  readonly institutionCode: string;
  readonly diagnosisCode: string;
  readonly enrolledOn: BusinessDate;
  readonly closedOn: BusinessDate | null;
  readonly closeReason: CloseReason | null;
  readonly profileVersion: string;
  readonly version: number;
}

export interface EnrolmentProposal extends Pick<
  Enrolment,
  'enrolmentId' | 'residentId' | 'institutionCode' | 'diagnosisCode' | 'enrolledOn' | 'profileVersion'
> {
  readonly terms: EnrolmentTerms;
  readonly birthDate: BusinessDate;
  /** First day on which the resident is dead or gone, whichever day that is: nobody would end an enrolment that begins after the news. */
  readonly residentGoneOn: BusinessDate | null;
  /** Day on which the enrolment is told: late is normal, ahead is not. */
  readonly reportedOn: BusinessDate;
}

/**
 * Takes a resident into a programme (纳入管理). One open enrolment per resident and programme is kept by the database.
 * @throws Refused with all reasons
 */
export function openEnrolment({ terms, birthDate, residentGoneOn, reportedOn, ...facts }: EnrolmentProposal): Enrolment {
  const { diagnosisCode, enrolledOn } = facts;
  throwIfRefused([
    residentGoneOn === null
      ? null
      : refuse(enrolmentRefusals.residentGone, { pointer: '/residentId', parameters: { since: residentGoneOn } }),
    enrolledOn > reportedOn
      ? refuse(enrolmentRefusals.enrolledAhead, { pointer: '/enrolledOn', parameters: { reportedOn } })
      : null,
    terms.diagnosisPrefixes.some((prefix) => diagnosisCode.startsWith(prefix))
      ? null
      : refuse(enrolmentRefusals.diagnosisUnfit, { pointer: '/diagnosisCode', parameters: { programme: terms.programme } }),
    ageAt(birthDate, enrolledOn) < terms.screeningAgeFrom
      ? refuse(enrolmentRefusals.tooYoung, { pointer: '/residentId', parameters: { ageFrom: terms.screeningAgeFrom } })
      : null,
  ]);
  return { ...facts, programme: terms.programme, closedOn: null, closeReason: null, version: 1 };
}

/** Ends the care on the day of death or move, or when two records turned out to be one person. */
export function closeEnrolment(enrolment: Enrolment, on: BusinessDate, reason: CloseReason): Enrolment {
  return {
    ...enrolment,
    closedOn: on < enrolment.enrolledOn ? enrolment.enrolledOn : on,
    closeReason: reason,
    version: enrolment.version + 1,
  };
}

/** Another unit manages the resident. */
export function transferEnrolment(enrolment: Enrolment, institutionCode: string): Enrolment {
  return { ...enrolment, institutionCode, version: enrolment.version + 1 };
}
