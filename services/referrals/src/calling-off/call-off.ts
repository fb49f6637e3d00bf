import type { Uuid } from '@yigongti/kernel';
import type { CallOffReason, CallingOff } from '../referral/index.ts';

export interface CallOffCommand {
  readonly referralId: Uuid;
  readonly reasonCode: CallOffReason;
  readonly byPatient?: boolean;
  readonly comment?: string;
}

/** The command in the domain's words: what was left out is said. */
export function callingOff({ reasonCode, byPatient, comment }: CallOffCommand): CallingOff {
  return { reasonCode, byPatient: byPatient ?? false, comment: comment ?? null };
}
