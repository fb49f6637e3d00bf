import { Injectable } from '@nestjs/common';
import { InstitutionTree, type Institution, type Tx } from '@yigongti/database';
import type { DataOf, IncomingEvent, taskReferralSuggested } from '@yigongti/events';
import { Clock, formatInstant } from '@yigongti/kernel';
import { causeOf, NotYet } from '@yigongti/messaging';
import { emptyElements, ReferralDesk, ReferralRepository } from '../referral/index.ts';
import { PartyDirectory } from './party-directory.ts';

type Suggested = DataOf<typeof taskReferralSuggested>;

/** A follow-up that found trouble becomes a draft of its own unit; a doctor completes and submits it, no rule ever does. */
@Injectable()
export class DraftSuggestedReferral {
  constructor(
    private readonly referrals: ReferralRepository,
    private readonly parties: PartyDirectory,
    private readonly tree: InstitutionTree,
    private readonly desk: ReferralDesk,
    private readonly clock: Clock,
  ) {}

  async on(tx: Tx, event: IncomingEvent<Suggested>): Promise<void> {
    const { data } = event;
    if (await this.referrals.isSuggestionTaken(tx, data.taskId)) return;
    const from = await this.#known(tx, data.institutionCode);
    const to = await this.#target(tx, data, from);
    // Nothing in the county stands above who found the trouble: where to send the patient is not for a rule to guess.
    if (!to) return;
    const { urgency, reasonCodes, diagnosisCodes, ruleHits, residentId, taskId: suggestionTaskId } = data;
    const elements = { ...emptyElements, urgency, reasonCodes, diagnosisCodes };
    const drafting = { direction: 'UP', origin: 'SUGGESTION', suggestionTaskId, ruleHits, parentReferralId: null } as const;
    const occasion = { ...causeOf(event, formatInstant(this.clock.now())), occurredAt: data.occurredAt };
    await this.desk.begin(tx, { ...drafting, residentId, from, to, elements, draftedAt: data.occurredAt }, occasion);
  }

  async #target(tx: Tx, { suggestedToInstitutionCode }: Suggested, from: Institution): Promise<Institution | null> {
    if (suggestedToInstitutionCode !== null) return this.#known(tx, suggestedToInstitutionCode);
    const lead = await this.parties.leadHospitalAbove(tx, from);
    if (lead === undefined) throw new NotYet('referrals.institution.not-projected');
    return lead;
  }

  async #known(tx: Tx, institutionCode: string): Promise<Institution> {
    const institution = await this.tree.find(tx, institutionCode);
    if (!institution) throw new NotYet('referrals.institution.not-projected');
    return institution;
  }
}
