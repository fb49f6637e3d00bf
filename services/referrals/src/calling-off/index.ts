export { CallingOffController } from './calling-off.controller.ts';
export { CancelReferral } from './cancel-referral.ts';
export { MarkNoShow } from './mark-no-show.ts';
export { WithdrawReferral } from './withdraw-referral.ts';
