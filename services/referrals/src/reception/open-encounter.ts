import { Injectable } from '@nestjs/common';
import type { CommandContext, Uuid } from '@yigongti/kernel';
import { PeopleDirectory } from '../people/index.ts';
import { openEncounter, ReferralSteps } from '../referral/index.ts';
import type { ReferralView } from '../referral/index.ts';

export interface OpenEncounterCommand {
  readonly referralId: Uuid;
  /** Of the receiver's own system. */
  readonly encounterNo: string;
}

/** The receiver begins the care (开始诊疗). */
@Injectable()
export class OpenEncounter {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly people: PeopleDirectory,
  ) {}

  execute({ referralId, encounterNo }: OpenEncounterCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(referralId, context, async ({ referral }, act, tx) => {
      const reportedFor = await this.people.admittedResident(tx, referral.toInstitutionCode, encounterNo);
      return openEncounter(referral, { encounterNo, reportedFor }, act);
    });
  }
}
