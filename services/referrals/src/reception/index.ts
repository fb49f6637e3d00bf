export { AcceptReferral } from './accept-referral.ts';
export { ApproveReferral } from './approve-referral.ts';
export { ConfirmArrival } from './confirm-arrival.ts';
export { OpenEncounter } from './open-encounter.ts';
export { ReceptionController } from './reception.controller.ts';
export { RejectReferral } from './reject-referral.ts';
