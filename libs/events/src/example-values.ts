/** Ids and times for examples: made up, and the same in every event, so that the examples tell one story. */
export const exampleId = (n: number) => `0197a3c0-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const exampleDigest = '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08';

export const exampleTimes = {
  occurredAt: '2026-06-01T09:30:00.000+08:00',
  recordedAt: '2026-06-01T09:30:02.315+08:00',
};

/** A village entry made two days late. */
export const lateTimes = {
  occurredAt: '2026-06-01T16:05:00.000+08:00',
  recordedAt: '2026-06-03T08:12:40.100+08:00',
};

export const example = {
  residentId: exampleId(1),
  contractId: exampleId(2),
  teamId: exampleId(3),
  specialistTeamId: exampleId(4),
  referralId: exampleId(10),
  downReferralId: exampleId(11),
  capacityId: exampleId(12),
  enrolmentId: exampleId(20),
  taskId: exampleId(21),
  followUpTaskId: exampleId(22),
  policyId: exampleId(30),
  poolId: exampleId(31),
  claimId: exampleId(32),
  runId: exampleId(33),
  schemeId: exampleId(40),
  resultId: exampleId(41),
  clinic: '370725-V0101',
  township: '370725-T01',
  hospital: '370725-H01',
  consortium: '370725-C01',
  doctor: '370725-T01-D0001',
};
