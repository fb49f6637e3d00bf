import { codeOf, institutionCode, uuid } from '../fields.ts';

/** Carried by every event of a patient who came without a referral. */
export const walkInHead = {
  walkInId: uuid('Entry in the work list (排队登记)'),
  institutionCode: institutionCode('Where the patient waits (就诊机构)'),
  departmentCode: codeOf('Department (科室)'),
  residentId: uuid('Resident (居民)'),
};
