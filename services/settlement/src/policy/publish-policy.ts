import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '@yigongti/database';
import { policyPublished, type OutgoingEvent } from '@yigongti/events';
import { businessDateOf, digestOf, Ids, refuse, Refused, type CommandContext, type Json } from '@yigongti/kernel';
import { eventMeta } from '@yigongti/messaging';
import { GroupCatalogues } from '../catalogue/index.ts';
import { policyRefusals } from './domain/policy-refusals.ts';
import { publishPolicy, type Policy } from './domain/policy.ts';
import { readGroups, type ReadGroups } from './domain/points/read-groups.ts';
import { toPackage, toTerms, type PolicyPackage } from './policy-package.ts';
import { policyView, type PolicyView } from './policy-view.ts';
import { PolicyRepository } from './policy.repository.ts';

/** Publishes a payment policy package (发布支付政策): a dated version that never changes. */
@Injectable()
export class PublishPolicy {
  constructor(
    private readonly transactions: Transactions,
    private readonly policies: PolicyRepository,
    private readonly catalogues: GroupCatalogues,
    private readonly ids: Ids,
  ) {}

  execute(command: PolicyPackage, context: CommandContext): Promise<PolicyView> {
    return this.transactions.command(context, async (tx) => {
      const terms = toTerms(command);
      const predecessor = await this.policies.newestOf(tx, terms.policyCode, terms.insuranceType);
      const policy = publishPolicy({
        policyId: this.ids.next(),
        terms,
        digest: digestOf(toPackage(terms) as unknown as Json),
        publishedOn: businessDateOf(context.occurredAt),
        catalogue: await this.#catalogueOf(tx, command),
        predecessor,
        rival: await this.policies.rivalOf(tx, terms),
      });
      await this.policies.insert(tx, policy, this.#event(policy, context));
      return policyView(policy);
    });
  }

  async #catalogueOf(tx: Tx, { points }: PolicyPackage): Promise<ReadGroups> {
    const entries = await this.catalogues.find(tx, points.catalogueCode, points.catalogueVersion);
    if (!entries) throw new Refused([refuse(policyRefusals.catalogueUnknown, { pointer: '/points/catalogueVersion' })]);
    return readGroups(entries);
  }

  #event(policy: Policy, context: CommandContext): OutgoingEvent {
    const { policyCode, insuranceType, year, effectiveFrom, effectiveTo } = policy.terms;
    return policyPublished.create(
      {
        policyId: policy.policyId,
        policyCode,
        version: policy.policyVersion,
        insuranceType,
        year,
        effectiveFrom,
        effectiveTo,
        digest: policy.digest,
        occurredAt: context.occurredAt,
        recordedAt: context.recordedAt,
      },
      eventMeta(context, this.ids.next(), policy.version),
    );
  }
}
