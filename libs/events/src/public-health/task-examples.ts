import { example } from '../example-values.ts';

export const exampleProgrammeTask = {
  taskId: example.taskId,
  residentId: example.residentId,
  institutionCode: example.clinic,
  kind: 'PROGRAMME_FOLLOW_UP' as const,
  programme: 'HTN' as const,
  enrolmentId: example.enrolmentId,
  referralId: null,
  sequence: 2,
};

export const exampleReferralTask = {
  ...exampleProgrammeTask,
  taskId: example.followUpTaskId,
  kind: 'REFERRAL_FOLLOW_UP' as const,
  programme: null,
  enrolmentId: null,
  referralId: example.downReferralId,
  sequence: 1,
};
