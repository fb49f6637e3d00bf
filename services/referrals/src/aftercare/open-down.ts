import { Injectable } from '@nestjs/common';
import type { Tx } from '@yigongti/database';
import { addDays, businessDateOf, throwIfRefused, type CommandContext, type Uuid } from '@yigongti/kernel';
import {
  completedBy,
  emptyElements,
  openDown,
  partyRefusals,
  ReferralDesk,
  ReferralSteps,
  sent,
  stepOf,
} from '../referral/index.ts';
import type { Act, DraftElements, Referral, ReferralView } from '../referral/index.ts';
import { elementsOf, PartyDirectory, type ReferralForm } from '../sending/index.ts';

export interface OpenDownCommand {
  readonly referralId: Uuid;
  /** The resident's home unit when absent. */
  readonly toInstitutionCode?: string;
  readonly form: ReferralForm;
}

/** The receiver sends the patient down again (开出下转): a draft beside the referral, filled from what is known, which waits for it. */
@Injectable()
export class OpenDown {
  constructor(
    private readonly steps: ReferralSteps,
    private readonly parties: PartyDirectory,
    private readonly desk: ReferralDesk,
  ) {}

  execute(command: OpenDownCommand, context: CommandContext): Promise<ReferralView> {
    return this.steps.take(command.referralId, context, async ({ referral }, act, tx) => {
      stepOf(referral, 'open-down', act);
      const drafting = await this.#drafting(tx, referral, { act, command });
      const down = await this.desk.begin(tx, drafting, context);
      return openDown(referral, down.referralId, act);
    });
  }

  async #drafting(tx: Tx, up: Referral, { act, command: { toInstitutionCode: to, form } }: Opening) {
    const { residentId, referralId: parentReferralId, toInstitutionCode: from } = up;
    const found = await this.parties.find(tx, { residentId, from, to, practitionerCode: null });
    throwIfRefused(partyRefusals({ ...found, direction: 'DOWN', on: businessDateOf(act.at) }));
    const elements = completedBy(usualElements(up, act), elementsOf(form, act.policy));
    const kind = { direction: 'DOWN', origin: 'DOWN_OF_PARENT', suggestionTaskId: null, ruleHits: [] } as const;
    return { ...kind, residentId, parentReferralId, from: found.from, to: found.to, elements, draftedAt: act.at };
  }
}

interface Opening {
  readonly act: Act;
  readonly command: OpenDownCommand;
}

/** What a way down begins with: the diagnoses and the advice of the outcome, a window from today, no hurry. */
function usualElements(up: Referral, { at, policy }: Act): DraftElements {
  const { outcome } = sent(up);
  const windowStart = businessDateOf(at);
  return {
    ...emptyElements,
    visitType: 'OUTPATIENT',
    urgency: 'ROUTINE',
    diagnosisCodes: outcome!.diagnosisCodes,
    summary: outcome!.advice,
    rehabGuidance: outcome!.advice,
    windowStart,
    windowEnd: addDays(windowStart, policy.downWindowDays),
  };
}
