import { Injectable } from '@nestjs/common';
import { InstitutionTree, Transactions, type Tx } from '@yigongti/database';
import { assertVersion, businessDateOf, Ids, refuse, Refused, type CommandContext, type Uuid } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { ClosedMonths } from '../period/index.ts';
import { reversedEvent } from './claim-event.ts';
import { claimView, type ClaimView } from './claim-view.ts';
import { ClaimRepository, type StoredClaim } from './claim.repository.ts';
import { claimRefusals } from './domain/claim-refusals.ts';
import { withoutClaim, yearKey, yearOf, type PatientYear } from './domain/patient-year.ts';
import { reverse, type Reversed, type WithdrawalReason } from './domain/reversal.ts';

export interface ReverseClaimCommand {
  readonly claimId: Uuid;
  readonly reasonCode: WithdrawalReason;
}

/** Takes a list back (撤销): its figures are booked once more, with the sign turned, in the next open month. */
@Injectable()
export class ReverseClaim {
  constructor(
    private readonly transactions: Transactions,
    private readonly claims: ClaimRepository,
    private readonly months: ClosedMonths,
    private readonly tree: InstitutionTree,
    private readonly ids: Ids,
  ) {}

  execute({ claimId, reasonCode }: ReverseClaimCommand, context: CommandContext): Promise<ClaimView> {
    return this.transactions.command(context, async (tx) => {
      if (reasonCode === 'AUDIT' && context.caller.role !== 'INSURANCE_BUREAU') {
        throw new Refused([refuse(claimRefusals.reasonNotYours, { pointer: '/reasonCode' })]);
      }
      const stored = await this.#held(tx, claimId, context);
      const { list, booking } = stored.claim;
      assertVersion(stored.claim, context);
      const reversed = reverse(stored.claim, stored.reversal, {
        month: stored.calendar.openMonth({ ...booking, insuranceType: list.insuranceType }, booking.month),
        cause: 'WITHDRAWN',
        reasonCode,
        replacedByClaimId: null,
        reversedOn: businessDateOf(context.occurredAt),
      });
      await this.#save(tx, { ...reversed, year: withoutClaim(stored.year, stored.claim) }, context);
      return claimView({ ...stored, ...reversed });
    });
  }

  /** Calendar, year, claim: held in the order in which an intake holds them. */
  async #held(tx: Tx, claimId: Uuid, { caller }: CommandContext) {
    const found = await this.claims.find(tx, claimId);
    if (!found || !(await this.tree.sees(tx, caller, found.claim.list.institutionCode))) {
      throw new Refused([refuse(claimRefusals.notFound)]);
    }
    const { consortiumCode } = found.claim.booking;
    const calendar = await this.months.hold(tx, consortiumCode ? [consortiumCode] : []);
    const identity = yearOf(found.claim.list);
    const year = (await this.claims.holdYears(tx, [identity])).get(yearKey(identity))!;
    const stored: StoredClaim = (await this.claims.hold(tx, claimId))!;
    return { ...stored, calendar, year };
  }

  async #save(tx: Tx, { year, ...reversed }: Reversed & { readonly year: PatientYear }, context: CommandContext): Promise<void> {
    const { occurredAt, recordedAt } = context;
    const meta = eventMeta(context, this.ids.next(), reversed.claim.version);
    const event = reversedEvent(reversed, { occurredAt, recordedAt }, meta);
    await this.claims.save(tx, { claims: [], received: [], reversals: [reversed], reversed: [event], years: [year] });
  }
}
