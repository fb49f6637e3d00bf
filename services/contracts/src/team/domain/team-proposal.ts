import type { BusinessDate, Uuid } from '@yigongti/kernel';

export type TeamKind = 'CONTRACT_TEAM' | 'SPECIALIST_TEAM';

export interface TeamMember {
  readonly practitionerCode: string;
  readonly role: string;
}

/** A proposed member with what the registry says of him on the day of forming. */
export interface EmployedMember extends TeamMember {
  readonly leads: boolean;
  /** Role by the registry; null when he is not employed on that day. */
  readonly registeredRole: string | null;
}

export interface TeamProposal {
  readonly teamId: Uuid;
  readonly teamCode: string;
  readonly kind: TeamKind;
  readonly institutionCode: string;
  readonly members: readonly EmployedMember[];
  /** Specialist teams that were found among the ids that the request named. */
  readonly specialistTeamIds: readonly Uuid[];
  readonly formedOn: BusinessDate;
}
