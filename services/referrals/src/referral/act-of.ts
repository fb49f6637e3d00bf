import { businessDateOf, type CommandContext, type Profile } from '@yigongti/kernel';
import { policyOn, type ReferralsProfile } from '../profile.ts';
import type { Act } from './domain/transitions.ts';

/** The step of a caller, judged by the rules of the day on which it happened. */
export function actOf({ caller, occurredAt }: CommandContext, profile: Profile<ReferralsProfile>): Act {
  const actor = { subject: caller.subject, institutionCode: caller.institutionCode };
  return { actor, at: occurredAt, policy: policyOn(profile, businessDateOf(occurredAt)) };
}
